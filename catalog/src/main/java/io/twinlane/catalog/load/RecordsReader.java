package io.twinlane.catalog.load;

import io.twinlane.catalog.Records;
import io.twinlane.catalog.Source.Format;
import io.twinlane.catalog.Source.Lane;
import java.util.List;

/** Reads where the records of a landed file stand: a path, or a path with the place of their total number. */
final class RecordsReader {
  private RecordsReader() {}

  static Records read(YamlNode node, Format format, Lane lane) {
    if (!node.present()) {
      return Records.NONE;
    }
    if (format == Format.CSV) {
      node.problem("records is for format: json; in a csv file every line is one");
    }
    if (lane == Lane.LIVE) {
      node.problem("records is for lane: files; a live message is one record");
    }
    if (node.isText() || node.isList()) {
      return new Records(path(node), List.of());
    }
    node.only("path", "total");
    return new Records(path(node.required("path")), path(node.optional("total")));
  }

  private static List<String> path(YamlNode node) {
    if (node.isList()) {
      return node.texts();
    }
    return node.present() ? List.of(node.sentence().split("\\.")) : List.of();
  }
}
