package shopbell.screen;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** A page's memory after a full collection: its own objects, and the browser's compiled scripts. */
record Heap(long own, long compiled, int nodes, int listeners) {
  /** Types of a snapshot's nodes that a page's own script makes; all else is code and the browser's. */
  private static final List<String> OWN = List.of(
      "array",
      "string",
      "object",
      "closure",
      "regexp",
      "number",
      "concatenated string",
      "sliced string",
      "symbol",
      "bigint");

  /** Of this tab now. */
  static Heap of(Tab tab) {
    CDPSession devtools = tab.page().context().newCDPSession(tab.page());
    devtools.send("HeapProfiler.collectGarbage");
    devtools.send("HeapProfiler.collectGarbage");
    JsonObject counters = devtools.send("Memory.getDOMCounters");
    JsonObject snapshot = snapshot(devtools);
    devtools.detach();
    return new Heap(
        size(snapshot, OWN),
        size(snapshot, List.of("code", "hidden", "object shape")),
        counters.get("nodes").getAsInt(),
        counters.get("jsEventListeners").getAsInt());
  }

  private static JsonObject snapshot(CDPSession devtools) {
    StringBuilder text = new StringBuilder();
    devtools.on(
        "HeapProfiler.addHeapSnapshotChunk",
        event -> text.append(event.get("chunk").getAsString()));
    devtools.send("HeapProfiler.takeHeapSnapshot");
    return new Gson().fromJson(text.toString(), JsonObject.class);
  }

  private static long size(JsonObject snapshot, List<String> wanted) {
    JsonObject meta = snapshot.getAsJsonObject("snapshot").getAsJsonObject("meta");
    List<String> fields = strings(meta.getAsJsonArray("node_fields"));
    List<String> types = strings(meta.getAsJsonArray("node_types").get(0).getAsJsonArray());
    int[] nodes = StreamSupport.stream(snapshot.getAsJsonArray("nodes").spliterator(), false)
        .mapToInt(number -> number.getAsInt())
        .toArray();
    int type = fields.indexOf("type");
    int size = fields.indexOf("self_size");
    return IntStream.range(0, nodes.length / fields.size())
        .map(node -> node * fields.size())
        .filter(at -> wanted.contains(types.get(nodes[at + type])))
        .mapToLong(at -> nodes[at + size])
        .sum();
  }

  private static List<String> strings(JsonArray array) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(one -> one.getAsString())
        .toList();
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%.2f MB of its own and %.2f MB compiled, %d nodes, %d listeners",
        own / 1e6,
        compiled / 1e6,
        nodes,
        listeners);
  }
}
