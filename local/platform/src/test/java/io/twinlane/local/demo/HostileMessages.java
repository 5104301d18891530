package io.twinlane.local.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A person's folder with sound messages and, among them, one of every kind that a feed should never send. */
final class HostileMessages {
  static final int FIVE_MEGABYTES = 5_000_000;

  private HostileMessages() {}

  static Path write(Path folder) throws IOException {
    ib(Files.createDirectories(folder.resolve("ib")).resolve("frames.jsonl"));
    coinbase(Files.createDirectories(folder.resolve("coinbase")).resolve("feed.jsonl"));
    eia(Files.createDirectories(folder.resolve("eia")));
    Files.writeString(folder.resolve("instruments.csv"), "source,id,symbol,price unit,size unit\nib,1,FIRST,1_usd,1_share\n");
    return folder;
  }

  private static void ib(Path file) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    line(out, frame("\"31\":\"10.5\",\"7059\":\"100\""));
    line(out, "not json at all");
    line(out, "{\"topic\":\"smd+1\",\"conid\":1,\"31\":\"10.6\"");
    line(out, frame("\"31\":{\"price\":10}"));
    line(out, frame("\"31\":\"123456789012345678901234567890\""));
    out.write("{\"topic\":\"smd+1\",\"conid\":1,\"55\":\"".getBytes(StandardCharsets.UTF_8));
    out.write(0x99);
    line(out, "\",\"31\":\"10.7\"}");
    line(out, frame("\"55\":\"" + "x".repeat(FIVE_MEGABYTES) + "\",\"31\":\"10.8\""));
    line(out, frame("\"31\":\"10.9\""));
    line(out, "{\"topic\":\"smd+2\",\"conid\":2,\"_updated\":1777552110061,\"31\":\"7\"}");
    Files.write(file, out.toByteArray());
  }

  private static void coinbase(Path file) throws IOException {
    Files.writeString(file, """
        {"type":"subscriptions","channels":[]}
        {"type":"snapshot","product_id":"ABC-USD","asks":[["11","2"],["12","3"]],"bids":[["10","1"],["9","5"]]}
        {"type":"l2update","product_id":"ABC-USD","changes":[["buy","10.5","4"],["sell","eleven","1"]],"time":"2026-11-20T14:30:01.000001Z"}
        {"type":"match","trade_id":1,"side":"sell","size":"2","price":"10.5","product_id":"ABC-USD","time":"2026-11-20T14:30:02.5Z"}
        {"type":"match","trade_id":2,"side":"sell","size":"1","price":"11.5","product_id":"ABC-USD","time":"yesterday"}
        {"type":"match","trade_id":3,"side":"sell","size":"1","price":"99","product_id":"ABC-USD","time":"2199-12-31T23:59:59Z"}
        {"type":"match","trade_id":4,"side":"sell","size":"1","price":"98","product_id":"ABC\\u001b[31m-USD","time":"2026-11-20T14:30:02.6Z"}
        {"type":"l2update","product_id":"ABC-USD","changes":[["buy","9.5","-1"],["buy","9","2"]],"time":"2026-11-20T14:30:02.7Z"}
        {"type":"match","trade_id":5,"side":"sell","size":"1","price":"10.75","product_id":"ABC-USD","time":"2026-11-20T14:30:03Z"}
        """);
  }

  private static void eia(Path folder) throws IOException {
    Files.writeString(folder.resolve("cut-off.json"), "{\"response\":{\"data\":[{\"period\":\"2026-11-13\",\"series\":\"A\"");
    Files.writeString(folder.resolve("refused.json"), "{\"error\":\"API_KEY_INVALID\",\"code\":400}");
    Files.writeString(folder.resolve("stocks.json"), """
        {"response":{"total":"3","data":[
          {"period":"2026-11-13","series":"A","series-description":"Stocks of A","value":"439354","units":"MBBL"},
          {"period":"2026-11-13","series":"B","series-description":"Stocks of B","value":null,"units":"MBBL"}]}}
        """);
  }

  private static String frame(String fields) {
    return "{\"topic\":\"smd+1\",\"conid\":1,\"_updated\":1777552110061,\"6509\":\"RpB\"," + fields + "}";
  }

  private static void line(ByteArrayOutputStream out, String text) throws IOException {
    out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
