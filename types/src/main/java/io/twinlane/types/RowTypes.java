package io.twinlane.types;

import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.DroppedMessage;
import io.twinlane.normalize.RawMessage;
import io.twinlane.normalize.UnqualifiedRow;
import io.twinlane.normalize.Update;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** The types of everything that travels between our operators; none of them falls back to Kryo. */
public final class RowTypes {
  public static final TypeInformation<RawMessage> RAW_MESSAGE = new RowType<>(RawMessage.class, RawMessageSerializer.INSTANCE);
  public static final TypeInformation<CategoryRow> CATEGORY_ROW = new RowType<>(CategoryRow.class, CategoryRowSerializer.INSTANCE);
  public static final TypeInformation<Update> UPDATE = new RowType<>(Update.class, UpdateSerializer.INSTANCE);
  public static final TypeInformation<UnqualifiedRow> UNQUALIFIED_ROW =
      new RowType<>(UnqualifiedRow.class, UnqualifiedRowSerializer.INSTANCE);
  public static final TypeInformation<DroppedMessage> DROPPED_MESSAGE =
      new RowType<>(DroppedMessage.class, DroppedMessageSerializer.INSTANCE);
  public static final TypeInformation<PlacedRow> PLACED_ROW = new RowType<>(PlacedRow.class, PlacedRowSerializer.INSTANCE);
  public static final TypeInformation<CatchUpMark> CATCH_UP_MARK = new RowType<>(CatchUpMark.class, CatchUpMarkSerializer.INSTANCE);

  private RowTypes() {
  }
}
