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
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A link between the application and its database that can be cut, restored and slowed down. */
final class Proxy implements AutoCloseable {
  /** Start-up, and two words of SCRAM (PostgreSQL manual, 54.2 and 54.3). */
  private static final int HANDSHAKE = 3;

  private final int target;
  private final InetAddress address;
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private volatile ServerSocket listening;
  private final int port;
  private volatile Duration delay = Duration.ZERO;

  /** To {@code target} on this machine. */
  Proxy(int target) {
    this(0, target);
  }

  /** The same, reached at {@code port}. */
  Proxy(int port, int target) {
    this(InetAddress.getLoopbackAddress(), port, target);
  }

  /** The same, reached at another address of this machine. */
  Proxy(InetAddress address, int port, int target) {
    this.address = address;
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

  /** Delays every request on a connection by {@code longer}; later ones wait behind it. */
  void delays(Duration longer) {
    delay = longer;
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

  private ServerSocket listen(int port) {
    try {
      ServerSocket socket = new ServerSocket();
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(address, port));
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
        kept(near, from);
        start(() -> join(near, from));
      }
    });
  }

  /** One that is made while the wire is being cut is cut too. */
  private void kept(Socket socket, ServerSocket wire) {
    open.add(socket);
    if (wire.isClosed()) {
      shut(socket);
    }
  }

  private void join(Socket near, ServerSocket wire) throws IOException {
    try {
      Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
      kept(far, wire);
      start(() -> pump(near, far, true));
      start(() -> pump(far, near, false));
    } catch (ConnectException nobody) {
      near.close();
    }
  }

  private void pump(Socket from, Socket to, boolean slow) throws IOException {
    byte[] chunk = new byte[64 * 1024];
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      int chunks = 0;
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        if (slow && ++chunks > HANDSHAKE) {
          pause();
        }
        out.write(chunk, 0, read);
      }
    }
  }

  private void pause() {
    try {
      Thread.sleep(delay.toMillis());
    } catch (InterruptedException e) {
      throw new AssertionError(e);
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
