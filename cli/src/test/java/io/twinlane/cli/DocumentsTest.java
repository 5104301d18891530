package io.twinlane.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.local.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the documents name is what the product has, and a reader of README finds every one of them. */
class DocumentsTest {
  private static final Pattern COMMAND = Pattern.compile("\\./twinlane(?: [^#|&;]*)?");
  /** Words of others that look like one of our classes. */
  private static final Set<String> OTHERS = Set.of("LowCardinality", "Enum8", "Parquet", "Arrow", "Decimal", "TopicId");

  @TempDir
  Path dir;

  private final List<MarkdownPage> pages = MarkdownPage.all(Outcome.ROOT);
  private final CommandLine twinlane = CommandLines.of(new Session(Outcome.ROOT, Map.of(), Terminal.plain(System.out, System.err)));

  DocumentsTest() throws IOException {
  }

  @Test
  void every_link_leads_to_a_file_and_a_heading_that_are_there() {
    List<String> broken = new ArrayList<>();
    for (MarkdownPage page : pages) {
      for (String link : page.links()) {
        Path target = page.target(link);
        if (!Files.exists(target)) {
          broken.add(place(page) + ": no such file: " + link);
        } else if (link.contains("#") && !MarkdownPage.read(target).anchors().contains(link.split("#", 2)[1])) {
          broken.add(place(page) + ": no such heading: " + link);
        }
      }
    }
    assertThat(broken).as("broken links").isEmpty();
  }

  @Test
  void every_document_can_be_reached_from_readme() {
    Set<Path> reached = new HashSet<>();
    Deque<Path> open = new ArrayDeque<>(List.of(Outcome.ROOT.resolve("README.md")));
    while (!open.isEmpty()) {
      Path page = open.pop();
      if (reached.add(page) && page.toString().endsWith(".md") && Files.exists(page)) {
        MarkdownPage read = MarkdownPage.read(page);
        read.links().forEach(link -> open.push(read.target(link)));
      }
    }
    assertThat(pages.stream().map(MarkdownPage::path).filter(page -> !reached.contains(page)).map(Outcome.ROOT::relativize))
        .as("documents that nobody links").isEmpty();
  }

  @Test
  void every_command_has_a_verb_and_options_that_exist() {
    List<String> wrong = new ArrayList<>();
    for (MarkdownPage page : pages) {
      Stream.concat(page.inlineCode().stream(), page.fencedLines().stream())
          .flatMap(code -> COMMAND.matcher(code).results().map(match -> match.group().strip()))
          .forEach(command -> problems(command).forEach(problem -> wrong.add(place(page) + ": `" + command + "`: " + problem)));
    }
    assertThat(wrong).as("commands in documents").isEmpty();
  }

  @Test
  void every_name_that_a_document_uses_is_one_that_the_product_has() throws IOException {
    ProductNames names = new ProductNames(Outcome.ROOT);
    List<String> wrong = new ArrayList<>();
    for (MarkdownPage page : pages) {
      page.names().stream().filter(code -> !OTHERS.contains(code) && !namesExample(page, code))
          .flatMap(code -> Stream.of(names.problems(code), names.missingPath(code), names.unknownTables(code)).flatMap(List::stream))
          .forEach(problem -> wrong.add(place(page) + ": " + problem));
      page.fencedLines().forEach(line -> names.unknownTables(line).forEach(problem -> wrong.add(place(page) + ": " + problem)));
    }
    assertThat(wrong).as("names in documents").isEmpty();
  }

  @Test
  void the_files_that_a_page_writes_out_are_in_order_together() throws IOException {
    CatalogCopy copy = new CatalogCopy(dir);
    for (MarkdownPage page : pages) {
      for (Map.Entry<String, String> file : page.exampleFiles().entrySet()) {
        copy.write(file.getKey(), file.getValue());
      }
    }
    assertThat(copy.run("render").code()).isZero();
    assertThat(copy.run("check")).satisfies(outcome -> {
      assertThat(outcome.out()).startsWith("In order: ").contains(" 3 queries planned").doesNotContain("warning");
      assertThat(outcome.code()).isZero();
    });
  }

  /** Whether a name is that of a file, or of the job of a computation, that the page itself writes out. */
  private static boolean namesExample(MarkdownPage page, String name) {
    Set<String> files = page.exampleFiles().keySet();
    return files.contains(name) || files.stream().map(file -> file.split("/"))
        .anyMatch(path -> path.length > 2 && name.equals("compute-" + path[1] + "-" + path[2]));
  }

  private List<String> problems(String command) {
    String[] words = command.split("\\s+");
    if (words.length == 1 || words[1].equals("VERB") || words[1].startsWith("-")) {
      return List.of();
    }
    CommandLine verb = twinlane.getSubcommands().get(words[1]);
    if (verb == null) {
      return List.of("no such verb");
    }
    return words[1].equals("test") ? List.of() : Stream.of(words).skip(2).map(word -> word.replaceAll("^\\[|\\]$|=.*", ""))
        .filter(word -> word.startsWith("-") && verb.getCommandSpec().findOption(word) == null).map(word -> "no such option: " + word).toList();
  }

  private static Path place(MarkdownPage page) {
    return Outcome.ROOT.relativize(page.path());
  }
}
