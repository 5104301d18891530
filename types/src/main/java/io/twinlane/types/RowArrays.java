package io.twinlane.types;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;

/** The binary form of a row's arrays: the length, -1 for null, then the elements. */
final class RowArrays {
  private static final int NULL = -1;

  private RowArrays() {
  }

  static void writeBytes(byte[] bytes, DataOutputView target) throws IOException {
    target.writeInt(bytes == null ? NULL : bytes.length);
    if (bytes != null) {
      target.write(bytes);
    }
  }

  static byte[] readBytes(DataInputView source) throws IOException {
    int length = source.readInt();
    if (length == NULL) {
      return null;
    }
    byte[] bytes = new byte[length];
    source.readFully(bytes);
    return bytes;
  }

  static void writeTexts(String[] texts, DataOutputView target) throws IOException {
    target.writeShort(texts == null ? NULL : texts.length);
    if (texts != null) {
      for (String text : texts) {
        StringValue.writeString(text, target);
      }
    }
  }

  static String[] readTexts(DataInputView source) throws IOException {
    int length = source.readShort();
    if (length == NULL) {
      return null;
    }
    String[] texts = new String[length];
    for (int i = 0; i < length; i++) {
      texts[i] = StringValue.readString(source);
    }
    return texts;
  }

  static void writeValues(Object[] values, DataOutputView target) throws IOException {
    target.writeShort(values == null ? NULL : values.length);
    if (values != null) {
      for (Object value : values) {
        Values.write(value, target);
      }
    }
  }

  static Object[] readValues(DataInputView source) throws IOException {
    int length = source.readShort();
    if (length == NULL) {
      return null;
    }
    Object[] values = new Object[length];
    for (int i = 0; i < length; i++) {
      values[i] = Values.read(source);
    }
    return values;
  }
}
