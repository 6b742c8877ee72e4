package shopbell.ingress.asterisk;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The frames of a real Asterisk's WebSocket, after its own models (rest-api/api-docs). */
public final class Pbx {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
          "yyyy-MM-dd'T'HH:mm:ss.SSSZ", Locale.ROOT)
      .withZone(ZoneOffset.UTC);

  private Instant at;

  /** Each frame is a second later than the one before. */
  public Pbx(Instant begin) {
    at = begin;
  }

  private String frame(String type, String rest) {
    at = at.plusSeconds(1);
    return "{\"type\":\"" + type + "\",\"timestamp\":\"" + TIME.format(at)
        + "\",\"asterisk_id\":\"52:54:00:12:34:56\",\"application\":\"shopbell\"," + rest + "}";
  }

  /** A leg; {@code endpoint} such as {@code PJSIP/1000}. */
  public static String channel(String id, String endpoint, String state, String caller) {
    return channel(id, endpoint, state, caller, "4930600000");
  }

  /** The same that has dialled {@code exten}. */
  public static String channel(
      String id, String endpoint, String state, String caller, String exten) {
    return """
        {"id":"%s","name":"%s-0000000%s","state":"%s","protocol_id":"call-id@10.0.0.1",\
        "caller":{"name":"","number":"%s"},"connected":{"name":"","number":""},"accountcode":"",\
        "dialplan":{"context":"from-trunk","exten":"%s","priority":1,"app_name":"","app_data":""},\
        "creationtime":"2026-01-15T10:00:00.000+0000","language":"de"}""".formatted(id, endpoint, id.replaceFirst(".*[.]", ""), state, caller, exten);
  }

  /** A leg is there. */
  public String created(String channel) {
    return frame("ChannelCreated", "\"channel\":" + channel);
  }

  /** Its state has changed. */
  public String changed(String channel) {
    return frame("ChannelStateChange", "\"channel\":" + channel);
  }

  /** It runs an application of the dialplan. */
  public String runs(String channel, String app, String data) {
    return frame(
        "ChannelDialplan",
        "\"channel\":" + channel + ",\"dialplan_app\":\"" + app + "\",\"dialplan_app_data\":\""
            + data + "\"");
  }

  /** One leg dials another. */
  public String dial(String caller, String peer, String status) {
    return frame(
        "Dial",
        "\"caller\":" + caller + ",\"peer\":" + peer + ",\"dialstring\":\"\",\"dialstatus\":\""
            + status + "\"");
  }

  /** A leg joins {@code others} in a bridge. */
  public String entered(String channel, String... others) {
    String ids = others.length == 0 ? "" : "\"" + String.join("\",\"", others) + "\"";
    return frame(
        "ChannelEnteredBridge",
        "\"bridge\":{\"id\":\"b1\",\"technology\":\"simple_bridge\",\"channels\":[" + ids
            + "]},\"channel\":" + channel);
  }

  /** Music, or no longer. */
  public String held(String channel, boolean held) {
    return frame(held ? "ChannelHold" : "ChannelUnhold", "\"channel\":" + channel);
  }

  /** {@code from} has sent {@code transferee} to {@code exten} without a word. */
  public String blind(String from, String transferee, String exten) {
    return frame(
        "BridgeBlindTransfer",
        "\"channel\":" + from + ",\"transferee\":" + transferee + ",\"exten\":\"" + exten
            + "\",\"context\":\"inside\",\"result\":\"Success\",\"is_external\":true,"
            + "\"bridge\":{\"id\":\"b1\",\"technology\":\"simple_bridge\",\"channels\":[]}");
  }

  /** The agent of two legs has joined {@code transferee} and {@code target}; {@code way} is the destination with its fields. */
  public String attended(
      String first, String second, String transferee, String target, String way) {
    String other = target.isEmpty() ? "" : ",\"transfer_target\":" + target;
    return frame(
        "BridgeAttendedTransfer",
        "\"transferer_first_leg\":" + first + ",\"transferer_second_leg\":" + second
            + ",\"transferee\":" + transferee + other
            + ",\"result\":\"Success\",\"is_external\":true,\"destination_type\":" + way);
  }

  /** The leg is gone; {@code cause} after Q.850. */
  public String destroyed(String channel, int cause) {
    return frame(
        "ChannelDestroyed", "\"cause\":" + cause + ",\"cause_txt\":\"\",\"channel\":" + channel);
  }

  /** The answer to the question for all legs. */
  public String channels(String... channels) {
    String body = ("[" + String.join(",", channels) + "]").replace("\"", "\\\"");
    return frame(
        "RESTResponse",
        "\"request_id\":\"shopbell-channels\",\"status_code\":200,\"reason_phrase\":\"OK\","
            + "\"uri\":\"channels\",\"message_body\":\"" + body + "\"");
  }

  /** The first frame of all. */
  public String registered() {
    return frame("ApplicationRegistered", "\"args\":[]");
  }
}
