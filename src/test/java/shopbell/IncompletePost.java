package shopbell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** A POST with a declared body length and an incomplete body. */
public final class IncompletePost implements AutoCloseable {
  private final Socket socket;

  private IncompletePost(Socket socket) {
    this.socket = socket;
  }

  /** Its head; {@code headers} are whole lines with an end. */
  public static IncompletePost open(String url, String path, String headers, int length) {
    URI server = URI.create(url);
    try {
      IncompletePost sent =
          new IncompletePost(new Socket(InetAddress.getLoopbackAddress(), server.getPort()));
      sent.write("POST " + path + " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\n" + headers
          + "Content-Length: " + length + "\r\n\r\n");
      return sent;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** More of its body; false once the server has closed it. */
  public boolean write(String more) {
    try {
      socket.getOutputStream().write(more.getBytes(StandardCharsets.UTF_8));
      return true;
    } catch (IOException closed) {
      return false;
    }
  }

  /** The status it gets all the same; 0 without a response within {@code seconds}. */
  public int status(int seconds) {
    try {
      socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(seconds));
      byte[] line = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
      return Integer.parseInt(new String(line, StandardCharsets.UTF_8).substring(9));
    } catch (IOException | StringIndexOutOfBoundsException nothing) {
      return 0;
    }
  }

  /** The status received by now; 0 without a response. */
  public int statusSoFar() {
    try {
      return socket.getInputStream().available() < "HTTP/1.1 200".length() ? 0 : status(1);
    } catch (IOException closed) {
      return 0;
    }
  }

  /** Everything after the response to {@code request} until the server closes the connection. */
  public String next(String request) {
    write(request);
    try {
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
