package io.twinlane.types;

import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/** The type of one of our rows: its class and the one serializer that writes it. Rows are no keys: key by a text of theirs. */
final class RowType<T> extends TypeInformation<T> {
  private final Class<T> rowClass;
  private final RowSerializer<T> serializer;

  RowType(Class<T> rowClass, RowSerializer<T> serializer) {
    this.rowClass = rowClass;
    this.serializer = serializer;
  }

  @Override
  public boolean isBasicType() {
    return false;
  }

  @Override
  public boolean isTupleType() {
    return false;
  }

  @Override
  public int getArity() {
    return 1;
  }

  @Override
  public int getTotalFields() {
    return 1;
  }

  @Override
  public Class<T> getTypeClass() {
    return rowClass;
  }

  @Override
  public boolean isKeyType() {
    return false;
  }

  @Override
  public TypeSerializer<T> createSerializer(SerializerConfig config) {
    return serializer;
  }

  @Override
  public String toString() {
    return rowClass.getSimpleName();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RowType<?> type && rowClass == type.rowClass;
  }

  @Override
  public int hashCode() {
    return rowClass.hashCode();
  }

  @Override
  public boolean canEqual(Object other) {
    return other instanceof RowType;
  }
}
