package io.twinlane.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A page of the repository, taken apart as far as the tests of the documents need it. */
record MarkdownPage(Path path, String text) {
  private static final Set<String> NOT_OURS = Set.of("target", "node_modules", ".git", ".twinlane");
  private static final Pattern FENCED = Pattern.compile("(?ms)^```[a-z]*\\n(.*?)^```");
  /** A file that a page writes out: its path on a line of its own, then its text. */
  private static final Pattern FILE = Pattern.compile("(?ms)^`([^`\\n]+)`\\n```[a-z]*\\n(.*?)^```");
  private static final Pattern INLINE = Pattern.compile("`([^`\\n]+)`");
  private static final Pattern BOLD_WORD = Pattern.compile("\\*\\*([a-z][\\w.-]+)\\*\\*");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

  /** Every page below the repository's root. */
  static List<MarkdownPage> all(Path root) throws IOException {
    List<MarkdownPage> pages = new ArrayList<>();
    collect(root, pages);
    return pages;
  }

  private static void collect(Path folder, List<MarkdownPage> pages) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path entry : entries.sorted().toList()) {
        if (Files.isDirectory(entry) && !NOT_OURS.contains(entry.getFileName().toString())) {
          collect(entry, pages);
        } else if (entry.toString().endsWith(".md")) {
          pages.add(read(entry));
        }
      }
    }
  }

  static MarkdownPage read(Path path) {
    try {
      return new MarkdownPage(path, Files.readString(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What stands between single back quotes. */
  List<String> inlineCode() {
    return groups(INLINE, FENCED.matcher(text).replaceAll(""));
  }

  /** What is written as a name is: between back quotes, or as one bold word. */
  List<String> names() {
    return Stream.concat(inlineCode().stream(), groups(BOLD_WORD, text).stream()).toList();
  }

  /** The files that the page writes out as an example, by path. */
  Map<String, String> exampleFiles() {
    return FILE.matcher(text).results().collect(Collectors.toMap(file -> file.group(1), file -> file.group(2)));
  }

  /** The lines of blocks between triple back quotes. */
  List<String> fencedLines() {
    return groups(FENCED, text).stream().flatMap(String::lines).toList();
  }

  /** Targets of links to other files and places of this repository. */
  List<String> links() {
    return groups(LINK, FENCED.matcher(text).replaceAll("")).stream().filter(link -> !link.matches("[a-z]+:.*")).toList();
  }

  /** The headings as a link's #part names them. */
  List<String> anchors() {
    return groups(HEADING, text).stream().map(heading -> heading.toLowerCase(java.util.Locale.ROOT).replaceAll("[^\\w\\- ]", "")
        .strip().replace(' ', '-')).toList();
  }

  /** The file that a link of this page leads to. */
  Path target(String link) {
    String file = link.split("#", 2)[0];
    return file.isEmpty() ? path : path.resolveSibling(file).normalize();
  }

  private static List<String> groups(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult match) -> match.group(1)).toList();
  }
}
