package io.twinlane.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** One word, one thing: whoever reads the name of a class knows which one it is, and who may use it. */
class ClassNamesTest {
  /** What the JVM, Flink, Kafka's clients and Iceberg make or call themselves must be public. */
  private static final Pattern BY_REFLECTION = Pattern.compile("public static void main\\("
      + "|\\bextends \\w*(?:ScalarFunction|TableFunction|AggregateFunction|Serializer|SerializerSnapshot|Snapshot)\\b"
      + "|\\bimplements (?:TypeSerializerSnapshot|ConfigProvider|DelegateFileIO|FileIO)\\b");

  private final List<SourceFile> files = SourceFile.all(Outcome.ROOT);
  private final List<SourceFile> main = files.stream().filter(SourceFile::isMain).toList();

  ClassNamesTest() throws IOException {
  }

  @Test
  void no_two_classes_have_one_name() {
    Map<String, List<String>> byName = main.stream()
        .collect(Collectors.groupingBy(SourceFile::simpleName, Collectors.mapping(SourceFile::qualifiedName, Collectors.toList())));
    assertThat(byName.values()).hasSizeGreaterThan(500).filteredOn(classes -> classes.size() > 1).isEmpty();
  }

  @Test
  void what_only_its_package_uses_is_not_public() {
    Set<String> usedElsewhere = files.stream().flatMap(file -> file.names().stream().filter(name -> !packageOf(name).equals(file.packageName())))
        .collect(Collectors.toSet());
    assertThat(main.stream().filter(SourceFile::isPublic)).hasSizeGreaterThan(200)
        .filteredOn(file -> !usedElsewhere.contains(file.qualifiedName()) && !isMadeByOthers(file) && !isShownByItsPackage(file))
        .extracting(SourceFile::qualifiedName).isEmpty();
  }

  private static String packageOf(String qualifiedName) {
    return qualifiedName.substring(0, qualifiedName.lastIndexOf('.'));
  }

  private static boolean isMadeByOthers(SourceFile file) {
    return BY_REFLECTION.matcher(file.code()).find();
  }

  private boolean isShownByItsPackage(SourceFile file) {
    return main.stream().anyMatch(other -> !other.equals(file) && other.packageName().equals(file.packageName()) && other.isPublic()
        && other.shows(file.simpleName()));
  }
}
