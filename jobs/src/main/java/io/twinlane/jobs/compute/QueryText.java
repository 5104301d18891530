package io.twinlane.jobs.compute;

import io.twinlane.catalog.Computation;
import io.twinlane.catalog.Problem;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The query as its team wrote it, so that lines and columns stay right, without what editors add around it. */
final class QueryText {
  /** What the file must hold, whatever else it holds. */
  static final String ONE_SELECT = "the file must hold one SELECT and nothing else: where its result goes, computation.yaml says";

  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final Pattern FIRST_WORD = Pattern.compile("\\A(?:\\s|--.*(?:\\R|\\z)|/\\*[\\s\\S]*?\\*/|;)*+(\\w+|\\S)?");
  private static final List<String> BEGINS_A_QUERY = List.of("SELECT", "WITH", "VALUES", "(", "/");

  private QueryText() {}

  static String of(Computation computation) {
    String sql = computation.sql().replace("\r\n", "\n");
    return sql.startsWith(BYTE_ORDER_MARK) ? sql.substring(1) : sql;
  }

  /** What is wrong with the file before anybody reads its SQL. */
  static List<Problem> problems(Computation computation, String file) {
    Matcher first = FIRST_WORD.matcher(of(computation));
    String word = first.find() ? first.group(1) : null;
    if (word == null) {
      return List.of(new Problem(file, 0, "the file holds no query: write one SELECT"));
    }
    return BEGINS_A_QUERY.contains(word.toUpperCase(Locale.ROOT)) ? List.of()
        : List.of(new Problem(file, line(first), ONE_SELECT + "; it begins with " + word));
  }

  private static int line(Matcher first) {
    return (int) first.group().chars().filter(c -> c == '\n').count() + 1;
  }
}
