package shopbell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A test's own certificate authority, by the JDK's keytool, and the certificates it signs, as PEM files. */
public final class Certificates {
  private static final String PASSWORD = "for tests alone";

  private final Path folder;

  private Certificates(Path folder) {
    this.folder = folder;
  }

  /** A new authority with its files in {@code folder}. */
  public static Certificates in(Path folder) {
    Certificates made = new Certificates(folder);
    made.keytool("-genkeypair", "ca", "-keyalg", "EC", "-dname", "CN=tests", "-ext", "bc:c");
    made.keytool("-exportcert", "ca", "-rfc", "-file", made.authority().toString());
    return made;
  }

  /** The authority's own certificate. */
  public Path authority() {
    return folder.resolve("ca.pem");
  }

  /** The certificate of {@code name}, which is of 127.0.0.1 and of localhost. */
  public Path certificate(String name) {
    Path file = folder.resolve(name + ".pem");
    if (!Files.exists(file)) {
      String request = folder.resolve(name + ".csr").toString();
      keytool("-genkeypair", name, "-keyalg", "EC", "-dname", "CN=" + name);
      keytool("-certreq", name, "-file", request);
      keytool(
          "-gencert",
          "ca",
          "-rfc",
          "-infile",
          request,
          "-outfile",
          file.toString(),
          "-ext",
          "san=ip:127.0.0.1,dns:localhost");
    }
    return file;
  }

  /** The private key of {@code name}; its certificate must exist already. */
  public Path key(String name) {
    try (InputStream store = Files.newInputStream(store(name))) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(store, PASSWORD.toCharArray());
      byte[] key = keys.getKey(name, PASSWORD.toCharArray()).getEncoded();
      String lines =
          Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(key);
      return Files.writeString(
          folder.resolve(name + ".key"),
          "-----BEGIN PRIVATE KEY-----\n" + lines + "\n-----END PRIVATE KEY-----\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** The settings of a cluster node whose certificates this authority signs. */
  public Map<String, String> node(String name) {
    return Map.of(
        "cluster.secret", "a secret of all nodes",
        "cluster.certificateFile", certificate(name).toString(),
        "cluster.keyFile", key(name).toString(),
        "cluster.authorityFile", authority().toString(),
        "cluster.privateNetwork", "true");
  }

  private Path store(String alias) {
    return folder.resolve(alias + ".p12");
  }

  private void keytool(String what, String alias, String... more) {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
        what,
        "-alias",
        alias,
        "-keystore",
        store(alias).toString(),
        "-storetype",
        "PKCS12",
        "-storepass",
        PASSWORD));
    command.addAll(List.of(more));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new AssertionError(what + " failed: " + said);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
