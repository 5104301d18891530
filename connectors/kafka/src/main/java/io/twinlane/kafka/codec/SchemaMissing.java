package io.twinlane.kafka.codec;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.flink.runtime.throwable.ThrowableAnnotation;
import org.apache.flink.runtime.throwable.ThrowableType;

/**
 * A row that the platform itself wrote, with a schema that the catalog here does not have. That is no fault of the data: whoever reads must
 * stop, since rows that were passed over would never reach it. No restart mends it, so Flink tries none.
 */
@ThrowableAnnotation(ThrowableType.NonRecoverableError)
final class SchemaMissing extends IllegalStateException {
  private static final long serialVersionUID = 1L;
  /** Every row and receipt of ours names the raw message that it came from, and what is no row of ours hardly does. */
  private static final Pattern ORIGIN = Pattern.compile("raw\\.[a-z0-9_]+@[A-Za-z0-9_-]{22}/[0-9]");

  private SchemaMissing(String message) {
    super(message);
  }

  /** Whether some bytes that are an Avro single object of an unknown schema are a row of ours. */
  static boolean ours(byte[] bytes) {
    return ORIGIN.matcher(new String(bytes, StandardCharsets.ISO_8859_1)).find();
  }

  static SchemaMissing of(String name, String schema) {
    return new SchemaMissing("Cannot read a row of " + name + ": schema " + schema + " wrote it, which is not known here. Put catalog/released/avro/"
        + name + "." + schema + ".avsc back (version control has it), or bring the release that writes it here, and start the job again.");
  }
}
