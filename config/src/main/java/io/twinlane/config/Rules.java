package io.twinlane.config;

import io.twinlane.catalog.SecretReference;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.util.TimeUtils;

/** The rules that options share. */
public final class Rules {
  private static final Pattern HOSTS = Pattern.compile("[^\\s,:/@]+:\\d{1,5}(,[^\\s,:/@]+:\\d{1,5})*");

  public static final ValueRule<Integer> PORT = number("a port: a number from 0 to 65535, 0 for any free one", 0, 65535);
  public static final ValueRule<Boolean> YES_OR_NO = new ValueRule<>("true or false", value -> true);
  public static final ValueRule<String> ANY_TEXT = new ValueRule<>("a text", text -> true);
  public static final ValueRule<String> NAME = new ValueRule<>("a name that is not empty", text -> !text.isBlank());
  public static final ValueRule<String> FOLDER = new ValueRule<>("a folder", Rules::folder);
  public static final ValueRule<String> SERVERS = new ValueRule<>("host:port, or several with commas between them",
      text -> text.isEmpty() || HOSTS.matcher(text).matches());
  public static final ValueRule<String> HTTP_URL = url(List.of("http", "https"));
  /** Where a secret is, or nothing. */
  public static final ValueRule<String> SECRET = new ValueRule<>(SecretReference.ALLOWED + ", which says where the password is",
      text -> new SecretReference(text).valid());

  private Rules() {}

  /** A whole number between two, both allowed. */
  public static ValueRule<Integer> number(int least, int most) {
    return number("a whole number from " + least + " to " + most, least, most);
  }

  /** A time between two, both allowed. */
  public static ValueRule<Duration> duration(Duration least, Duration most) {
    return new ValueRule<>("a time from " + TimeUtils.formatWithHighestUnit(least) + " to " + TimeUtils.formatWithHighestUnit(most),
        value -> value.compareTo(least) >= 0 && value.compareTo(most) <= 0);
  }

  /** An amount of memory between two, both allowed. */
  public static ValueRule<MemorySize> memory(MemorySize least, MemorySize most) {
    return new ValueRule<>("an amount of memory from " + least + " to " + most, value -> value.compareTo(least) >= 0 && value.compareTo(most) <= 0);
  }

  /** An address without a user or a password in it, of the first scheme or one of the others. */
  public static ValueRule<String> url(List<String> schemes) {
    return new ValueRule<>(schemes.get(0) + "://host:port or " + schemes.get(1) + "://host:port: user and password have options of their own",
        text -> text.isEmpty() || url(text, schemes));
  }

  private static ValueRule<Integer> number(String allowed, int least, int most) {
    return new ValueRule<>(allowed, value -> value >= least && value <= most);
  }

  private static boolean url(String text, List<String> schemes) {
    try {
      URI uri = new URI(text);
      return uri.getHost() != null && schemes.contains(String.valueOf(uri.getScheme())) && uri.getUserInfo() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static boolean folder(String text) {
    try {
      Path unused = Path.of(text);
      return true;
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
