package io.twinlane.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever reaches the embedded ClickHouse gets at its tables and at nothing else: no file of the machine, no other server. */
class ClosedClickHouseTest {
  private static final String SECRET = "a-secret-of-this-machine";
  /** What works with what is in the server already, or with nothing. */
  private static final List<String> INSIDE = List.of("Memory", "Null", "Buffer", "Merge", "GenerateRandom", "View", "MaterializedView", "Dictionary");

  @TempDir static Path dir;
  private static final AtomicInteger connections = new AtomicInteger();
  private static Path secret;
  private static ServerSocket other;
  private static EmbeddedClickHouse server;

  @BeforeAll
  static void start() throws Exception {
    secret = Files.writeString(dir.resolve("secret.csv"), SECRET + "\n");
    other = new ServerSocket(0, 50, InetAddress.getByName(Ports.HOST));
    Thread listener = new Thread(ClosedClickHouseTest::countConnections);
    listener.setDaemon(true);
    listener.start();
    server = EmbeddedClickHouse.start(dir.resolve("clickhouse"), 0, 0);
    assertThat(as("default", "CREATE DATABASE realtime")).isEmpty();
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
    other.close();
  }

  @Test
  void no_table_function_reads_a_file_or_opens_a_connection() throws Exception {
    assumeTrue(new Landlock().available(), ClickHouseFence.NONE); // eval() asks for file()
    List<String> functions = as("default", "SELECT name FROM system.table_functions").lines().toList();
    assertThat(functions).contains("file", "url", "s3", "remote", "executable", "iceberg", "sqlite").hasSizeGreaterThan(60);
    for (String user : List.of("default", "analyst")) {
      assertAllStayInside(user, functions.stream().flatMap(name -> arguments()
          .map(arguments -> "SELECT * FROM " + name + "(" + arguments + ") LIMIT 10"
              + " SETTINGS max_execution_time = 20, allow_experimental_eval_table_function = 1")));
    }
    assertAllStayInside("default", functions.stream().flatMap(name -> arguments()
        .map(arguments -> "INSERT INTO FUNCTION " + name + "(" + arguments + ") SELECT 'x'")));
    assertThat(secret).hasContent(SECRET);
  }

  @Test
  void no_engine_of_tables_or_databases_that_reaches_outside_is_granted() throws Exception {
    List<String> engines = as("default", "SELECT name FROM system.table_engines").lines().toList();
    assertThat(engines).contains("File", "URL", "S3", "Kafka", "Executable", "SQLite", "MergeTree").hasSizeGreaterThan(60);
    SoftAssertions all = new SoftAssertions();
    for (String engine : engines) {
      String answer = as("default", "CREATE TABLE realtime.t_" + engine + " (a String) ENGINE = " + engine + "('" + secret + "', 'CSV')");
      if (!answer.contains("ACCESS_DENIED")) {
        all.assertThat(INSIDE.contains(engine) || engine.endsWith("MergeTree")).as(engine + " is granted: " + answer).isTrue();
      }
    }
    for (String engine : as("default", "SELECT name FROM system.database_engines").lines().toList()) {
      String answer = as("default", "CREATE DATABASE d_" + engine + " ENGINE = " + engine + "('" + dir + "')");
      all.assertThat(engine + " " + answer).as("database").matches("(?s)(\\w+ .*ACCESS_DENIED.*|(Atomic|Memory) .*)");
    }
    all.assertAll();
    assertThat(connections).hasValue(0);
  }

  @Test
  void nothing_else_of_the_language_reads_a_file_or_opens_a_connection() throws Exception {
    assumeTrue(new Landlock().available(), ClickHouseFence.NONE);
    String url = "http://" + Ports.HOST + ":" + other.getLocalPort() + "/";
    assertAllStayInside("default", Stream.of(
        "SELECT file('" + secret + "')",
        "SELECT * FROM eval('SELECT file(''" + secret + "'')') SETTINGS allow_experimental_eval_table_function = 1",
        "SELECT * FROM `" + secret + "`",
        "SELECT * FROM realtime.`" + secret + "`",
        "SELECT 1 SETTINGS additional_result_filter = 'file(''" + secret + "'')'",
        "SELECT 1 FORMAT Template SETTINGS format_template_resultset = '" + secret + "'",
        "SELECT 1 FORMAT Template SETTINGS format_template_row = '" + secret + "'",
        "SELECT * FROM format(Protobuf, 'a String', 'x') SETTINGS format_schema = '" + secret + ":Any'",
        "SELECT * FROM format(AvroConfluent, 'a String', unhex('0000000001')) SETTINGS format_avro_schema_registry_url = '" + url + "'",
        "INSERT INTO realtime.none FROM INFILE '" + secret + "' FORMAT CSV",
        "SELECT 1 INTO OUTFILE '" + dir.resolve("out") + "'",
        "ATTACH TABLE realtime.attached FROM '" + dir + "' (a String) ENGINE = MergeTree ORDER BY a",
        "CREATE TABLE realtime.web (a String) ORDER BY a SETTINGS disk = disk(type = web, endpoint = '" + url + "')",
        "CREATE TABLE realtime.local (a String) ORDER BY a SETTINGS disk = disk(type = local, path = '" + dir.resolve("disk") + "/')",
        "CREATE TABLE realtime.object (a String) ORDER BY a"
            + " SETTINGS disk = disk(type = object_storage, object_storage_type = local, path = '" + dir.resolve("object") + "/')",
        "CREATE DICTIONARY realtime.d (a String) PRIMARY KEY a SOURCE(FILE(path '" + secret + "' format 'CSV')) LIFETIME(0) LAYOUT(FLAT())",
        "CREATE DICTIONARY realtime.h (a String) PRIMARY KEY a SOURCE(HTTP(url '" + url + "' format 'CSV')) LIFETIME(0) LAYOUT(FLAT())",
        "BACKUP DATABASE realtime TO File('" + dir.resolve("backup") + "')",
        "CREATE NAMED COLLECTION c AS url = '" + url + "'",
        "CREATE USER somebody",
        "GRANT ALL ON *.* TO default"));
    assertThat(dir).isDirectoryNotContaining(path -> List.of("out", "disk", "object", "backup").contains(path.getFileName().toString()));
    assertThat(secret).hasContent(SECRET);
  }

  @Test
  void the_password_in_our_environment_is_not_the_servers() throws Exception {
    assertThat(as("default", "SELECT file('/proc/self/environ')")).contains("TERM=dumb");
    assertThat(System.getenv().keySet()).as("something to hide").isNotEmpty();
    assertThat(as("default", "SELECT file('/proc/self/environ')")).doesNotContain("MAVEN", "JAVA_", "SHELL=", "PWD=");
  }

  @Test
  void a_maintainer_can_open_it() throws Exception {
    ClickHouseSettings open = new ClickHouseSettings(dir.resolve("open"), dir.resolve("open/clickhouse.log"), 0, 0, true);
    try (EmbeddedClickHouse opened = EmbeddedClickHouse.start(open, line -> { })) {
      ClickHouseQuery admin = ClickHouseQuery.by("default", opened);
      assertThat(admin.run("SELECT * FROM file('" + secret + "', 'LineAsString')")).isEqualTo(SECRET);
      assertThat(admin.run("SELECT trimBoth(file('" + secret + "'), '\n')")).isEqualTo(SECRET);
      assertThat(admin.run("SELECT * FROM url('" + opened.httpUrl() + "/ping', 'LineAsString')")).isEqualTo("Ok.");
    }
  }

  /** What makes one or another of the functions read the secret or call the other server. */
  private static Stream<String> arguments() {
    String host = Ports.HOST + ":" + other.getLocalPort();
    return Stream.of("'" + secret + "'", "'" + secret + "', 'CSV'", "'" + secret + "', 'LineAsString'", "'" + dir + "'",
        "'SELECT file(''" + secret + "'')'",
        "'file://" + secret + "'", "'http://" + host + "/x.csv'", "'http://" + host + "/bucket/x.csv', 'CSV', 'a String'",
        "'s3://bucket/x.csv', 'CSV', 'a String'", "'" + host + "', 'system', 'one'", "'" + host + "', 'd', 't', 'u', 'p'",
        "'" + host + "', 'key', 'key String, a String'", "'default', 'system', 'one'", "'cat', 'CSV', 'a String', (SELECT 1)",
        "'" + secret + "', 't'", "'hdfs://" + host + "/x', 'CSV', 'a String'", "'mongodb://" + host + "/d', 'c', 'a String'");
  }

  private static void assertAllStayInside(String user, Stream<String> queries) throws Exception {
    List<String> out = new ArrayList<>();
    for (String query : queries.toList()) {
      String answer = as(user, query + (query.contains("FORMAT") ? "" : " FORMAT TSV"));
      if (answer.contains(SECRET) || connections.getAndSet(0) > 0) {
        out.add(query + ": " + answer);
      }
    }
    assertThat(out).as("what reached outside, as " + user).isEmpty();
  }

  private static String as(String user, String sql) throws Exception {
    return ClickHouseQuery.by(user, server).run(sql);
  }

  private static void countConnections() {
    try {
      while (true) {
        other.accept().close();
        connections.incrementAndGet();
      }
    } catch (IOException e) {
      return; // closed at the end
    }
  }
}
