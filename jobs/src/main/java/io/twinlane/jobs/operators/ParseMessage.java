package io.twinlane.jobs.operators;

import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.DroppedMessage;
import io.twinlane.normalize.NormalizeOutput;
import io.twinlane.normalize.NormalizeSpec;
import io.twinlane.normalize.Normalizer;
import io.twinlane.normalize.RawMessage;
import io.twinlane.normalize.UnqualifiedRow;
import io.twinlane.normalize.Update;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Runs the normalize function of one source on each raw message; all that is not a finished row leaves by a side output. */
final class ParseMessage extends ProcessFunction<RawMessage, CategoryRow> {
  private static final long serialVersionUID = 1L;

  private final NormalizeSpec spec;
  private transient Normalizer normalizer;
  private transient ToStreams output;
  private transient InternalErrors errors;

  public ParseMessage(NormalizeSpec spec) {
    this.spec = spec;
  }

  @Override
  public void open(OpenContext context) {
    normalizer = new Normalizer(spec);
    output = new ToStreams();
    MappingCounters.register(getRuntimeContext(), spec.source().name(), normalizer);
    errors = new InternalErrors(getRuntimeContext().getMetricGroup());
  }

  @Override
  public void processElement(RawMessage message, Context context, Collector<CategoryRow> rows) {
    output.context = context;
    output.rows = rows;
    normalizer.normalize(message, output);
  }

  private final class ToStreams implements NormalizeOutput {
    private Context context;
    private Collector<CategoryRow> rows;

    @Override
    public void row(CategoryRow row) {
      rows.collect(row);
    }

    @Override
    public void update(Update update) {
      context.output(NormalizeOperators.UPDATES, update);
    }

    @Override
    public void unqualified(UnqualifiedRow row) {
      context.output(NormalizeOperators.UNQUALIFIED, row);
    }

    @Override
    public void dropped(DroppedMessage message) {
      context.output(NormalizeOperators.DROPPED, message);
    }

    @Override
    public void stumbled(RawMessage message, Throwable cause) {
      errors.add("normalize message " + message.origin() + "@" + message.originOffset(), cause);
    }
  }
}
