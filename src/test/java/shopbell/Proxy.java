package shopbell;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A wire between the application and its database that can be cut and mended. */
final class Proxy implements AutoCloseable {
  private final int target;
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private volatile ServerSocket listening;
  private final int port;

  /** To {@code target} on this machine. */
  Proxy(int target) {
    this(0, target);
  }

  /** The same, reached at {@code port}. */
  Proxy(int port, int target) {
    this.target = target;
    this.listening = listen(port);
    this.port = listening.getLocalPort();
    accept();
  }

  int port() {
    return port;
  }

  /** Every connection breaks, and none can be made. */
  void cut() {
    shut(listening);
    open.forEach(Proxy::shut);
    open.clear();
  }

  /** Connections can be made again. */
  void mend() {
    listening = listen(port);
    accept();
  }

  @Override
  public void close() {
    cut();
  }

  private static ServerSocket listen(int port) {
    try {
      ServerSocket socket = new ServerSocket();
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() {
    ServerSocket from = listening;
    start(() -> {
      while (true) {
        Socket near = from.accept();
        open.add(near);
        start(() -> join(near));
      }
    });
  }

  private void join(Socket near) throws IOException {
    try {
      Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
      open.add(far);
      start(() -> pump(near, far));
      start(() -> pump(far, near));
    } catch (ConnectException nobody) {
      near.close();
    }
  }

  private static void pump(Socket from, Socket to) throws IOException {
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      in.transferTo(out);
    }
  }

  private static void shut(AutoCloseable socket) {
    try {
      socket.close();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** Until the wire is cut. */
  private interface Work {
    void run() throws IOException;
  }

  private static void start(Work work) {
    Thread thread = new Thread(() -> {
      try {
        work.run();
      } catch (IOException cut) {
        // that is what this wire is for
      }
    });
    thread.setDaemon(true);
    thread.start();
  }
}
