package io.twinlane.normalize.split;

import com.fasterxml.jackson.core.JsonToken;
import io.twinlane.catalog.Records;
import io.twinlane.catalog.Source;
import io.twinlane.normalize.RawMessage;
import io.twinlane.normalize.Reasons;
import io.twinlane.normalize.read.Unreadable;
import io.twinlane.normalize.value.Quote;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Says of a record that is a whole page, not one of its records, why it cannot go on. */
public final class Pages {
  private final Records where;
  private final String record;

  private Pages(Records where) {
    this.where = where;
    this.record = PageMark.ofRecord(where);
  }

  /** Null when the source's files hold no lists of records. */
  public static Pages of(Source source) {
    boolean paged = source.format() == Source.Format.JSON && !source.live() && source.records().listed();
    return paged ? new Pages(source.records()) : null;
  }

  /** What is wrong with a message, which reading it may have found ({@code wrong}, else null); null for a sound record of a page. */
  public Unreadable check(RawMessage message, Unreadable wrong) {
    boolean page = message.header() == null;
    if (wrong != null) {
      return page && wrong.reason().equals(Reasons.NOT_JSON) && message.body().length > 0
          ? new Unreadable(wrong.reason(), wrong.cause() + ". It begins with " + beginning(message.body())) : wrong;
    }
    if (page) {
      return withoutRecords(message.body());
    }
    return message.header().startsWith(record + " ") ? incomplete(message.header().substring(record.length() + 1)) : null;
  }

  private Unreadable incomplete(String count) {
    String rows = count.substring(0, count.indexOf('/'));
    String total = count.substring(count.indexOf('/') + 1);
    String cause = PageMark.number(total)
        ? "it is a page with " + rows + " of the " + total + " records that its " + where.totalText() + " tells of. Those are read; the others "
            + "must come in files of their own"
        : "it is a page with " + rows + " records, and its " + where.totalText() + " is " + Quote.text(total)
            + ". The records are read. Allowed: the number of all records";
    return new Unreadable(Reasons.INCOMPLETE, cause);
  }

  private Unreadable withoutRecords(byte[] body) {
    List<JsonPlaces.Place> places;
    try {
      places = JsonPlaces.find(body, where.path());
    } catch (IOException | RuntimeException e) {
      return new Unreadable(Reasons.NOT_JSON, "it is not JSON (" + e.getMessage() + ")");
    }
    if (places.size() > 1) {
      return new Unreadable(Reasons.DUPLICATE_KEY, "its list of records, " + record + ", stands in it more than once");
    }
    String found = places.isEmpty() ? "it has none" : record + " is " + shown(places.get(0));
    return new Unreadable(Reasons.NO_RECORDS, "it is no page with a list of records at " + record + ": " + found + ". It begins with "
        + beginning(body));
  }

  /** For people, who see at once whether it is an error page. */
  private static String beginning(byte[] body) {
    return Quote.text(new String(body, StandardCharsets.UTF_8).strip());
  }

  private static String shown(JsonPlaces.Place place) {
    return place.token() == JsonToken.VALUE_STRING ? Quote.text(place.text())
        : place.token() == JsonToken.START_OBJECT ? "an object" : place.text();
  }
}
