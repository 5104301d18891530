package io.twinlane.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One Java file of the repository.
 *
 * @param code its text without comments and texts
 * @param names our classes that it names by their packages, imports above all
 */
record SourceFile(Path path, String packageName, String simpleName, String code, Set<String> names) {
  private static final Pattern NO_CODE = Pattern.compile("//[^\\n]*|/\\*(?s:.*?)\\*/|\"\"\"(?s:.*?)\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"");
  private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
  private static final Pattern OURS = Pattern.compile("\\bio(?:\\.[a-z]\\w*)+\\.[A-Z]\\w*");

  /** Every Java file of every module, those of tests too. */
  static List<SourceFile> all(Path root) throws IOException {
    List<SourceFile> files = new ArrayList<>();
    for (Path module : modules(root)) {
      try (Stream<Path> below = Files.walk(module.resolve("src"))) {
        below.filter(file -> file.toString().endsWith(".java") && !file.endsWith("package-info.java")).map(SourceFile::read).forEach(files::add);
      }
    }
    return files;
  }

  /** As pom.xml names them: other folders hold what was built, or other copies of the repository. */
  private static Set<Path> modules(Path root) throws IOException {
    return Pattern.compile("<module>([^<]+)</module>").matcher(Files.readString(root.resolve("pom.xml"))).results()
        .map(module -> root.resolve(module.group(1))).collect(Collectors.toSet());
  }

  private static SourceFile read(Path path) {
    try {
      String code = NO_CODE.matcher(Files.readString(path)).replaceAll("");
      String name = path.getFileName().toString().replace(".java", "");
      Set<String> names = new HashSet<>(OURS.matcher(code).results().map(found -> found.group()).toList());
      String packageName = PACKAGE.matcher(code).results().map(found -> found.group(1)).findFirst().orElseThrow();
      return new SourceFile(path, packageName, name, code, names);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isMain() {
    return path.toString().contains("/src/main/");
  }

  String qualifiedName() {
    return packageName + "." + simpleName;
  }

  boolean isPublic() {
    return Pattern.compile("(?m)^public [a-z ]*\\b(?:class|interface|record|enum) " + simpleName + "\\b").matcher(code).find();
  }

  /** Whether others see the class in the signature of something public here. */
  boolean shows(String otherName) {
    return Pattern.compile("(?:public|protected|record)\\b[^;{=]*\\b" + otherName + "\\b").matcher(code).find();
  }
}
