package shopbell.journey.tracking;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A shop's own web server, of another origin than ours, with pages that load a vendor's client. */
record ForeignSite(HttpServer server, List<String> complaints) implements AutoCloseable {
  private static final Map<String, String> FILES = Map.of(
      "/segment.js", "node_modules/@segment/analytics-next/dist/umd/index.js",
      "/rudder.js", "node_modules/@rudderstack/analytics-js/dist/npm/modern/bundled/umd/index.js",
      "/segment-browser.js", "segment-browser.js",
      "/rudder-browser.js", "rudder-browser.js");

  static ForeignSite open() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/", ForeignSite::answer);
      server.start();
      return new ForeignSite(server, new CopyOnWriteArrayList<>());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An open page; what the browser complains about is noted. */
  Page page(BrowserContext context, String name) {
    complaints.clear();
    Page page = context.newPage();
    page.onConsoleMessage(said -> {
      if (said.type().equals("error")) {
        complaints.add(said.text());
      }
    });
    page.navigate("http://127.0.0.1:" + server.getAddress().getPort() + "/" + name);
    return page;
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String client = path.replaceAll("^/|-browser.html$", "");
    byte[] body = FILES.containsKey(path)
        ? NpmClients.file(FILES.get(path))
        : ("<!doctype html><title>Cart</title><link rel=icon href=data:,><script src=/" + client
                + ".js></script><script src=/" + client + "-browser.js></script>")
            .getBytes(StandardCharsets.UTF_8);
    exchange
        .getResponseHeaders()
        .set("Content-Type", path.endsWith(".js") ? "text/javascript" : "text/html");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
