package io.twinlane.catalog.derive;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Builds a page of headings, paragraphs and tables. */
final class Markdown {
  private final StringBuilder text = new StringBuilder();

  Markdown heading(int level, String title) {
    text.append("\n".repeat(text.length() == 0 ? 0 : 1)).append("#".repeat(level)).append(' ').append(title).append("\n");
    return this;
  }

  Markdown paragraph(String sentences) {
    text.append("\n").append(sentences).append("\n");
    return this;
  }

  /** Begins a table; its rows follow. */
  Markdown table(String... titles) {
    text.append("\n");
    row(titles);
    text.append("|").append("---|".repeat(titles.length)).append("\n");
    return this;
  }

  Markdown row(String... cells) {
    text.append(Arrays.stream(cells).map(cell -> " " + cell.replace("|", "\\|").replace("\n", " ") + " ")
        .collect(Collectors.joining("|", "|", "|\n")));
    return this;
  }

  String text() {
    return text.toString();
  }

  static String code(String text) {
    return "`" + text + "`";
  }
}
