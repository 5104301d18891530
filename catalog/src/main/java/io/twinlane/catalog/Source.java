package io.twinlane.catalog;

import java.io.Serializable;
import java.util.List;

/**
 * One source mapping: how one source's messages become category rows, in both lanes. The first message rule that matches counts; drops are
 * asked before messages. {@code records} says where a landed JSON file has its records.
 */
public record Source(
    String name, int version, String description, Lane lane, String type, String dataset, Format format, Records records,
    Identifier identifier, List<Column> columns, List<Rule> drops, List<MessageRule> messages)
    implements Serializable {

  /** LIVE sources go through Kafka and both lanes; FILES are landed in the lake and go through the batch lane alone. */
  public enum Lane { LIVE, FILES }

  /** Wire format of a record. */
  public enum Format { JSON, CSV }

  /** What rows carry as {@code mapping_version}: {@code ib/1}. */
  public String mappingVersion() {
    return name + "/" + version;
  }

  /** The categories that the source feeds, in the order of its message rules. */
  public List<String> categories() {
    return messages.stream().map(MessageRule::category).distinct().toList();
  }

  /** The category that keeps what never got as far as a category: unreadable messages and drops in the batch lane. */
  public String homeCategory() {
    return categories().get(0);
  }

  /** Name of the bronze table: {@code ib_smd}. */
  public String bronzeTable() {
    return name + "_" + dataset;
  }

  /** Lake folder below which the source's raw files lie: {@code raw/websocket/ib/smd}. */
  public String lakeFolder() {
    return "raw/" + type + "/" + name + "/" + dataset;
  }

  public String rawTopic() {
    return "raw." + name;
  }

  public String unqualifiedTopic() {
    return "unqualified." + name;
  }

  public String droppedTopic() {
    return "dropped." + name;
  }

  public boolean live() {
    return lane == Lane.LIVE;
  }
}
