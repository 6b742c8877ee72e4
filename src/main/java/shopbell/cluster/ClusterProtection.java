package shopbell.cluster;

import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import shopbell.config.Hmac;
import shopbell.config.InvalidConfiguration;
import shopbell.config.Secret;
import shopbell.config.Settings;

/**
 * Keeps strangers out of the cluster: mutual TLS for messages between nodes (the event bus), and for membership
 * (Hazelcast, whose open edition has no TLS) a secret in the cluster's name and a network declared to be private.
 *
 * @param files certificate, its key, and the authority that signs all nodes' certificates, in PEM; empty without TLS
 */
record ClusterProtection(
    Optional<Secret> secret, Optional<PemFiles> files, boolean privateNetwork) {
  private static final int SHORTEST_SECRET = 16;
  private static final String CERTIFICATE = "cluster.certificateFile";
  private static final String KEY = "cluster.keyFile";
  private static final String AUTHORITY = "cluster.authorityFile";

  /** The three files that belong together. */
  record PemFiles(String certificate, String key, String authority) {}

  /** InvalidConfiguration for an incomplete set of files, an unreadable one, and a secret that can be guessed. */
  static ClusterProtection of(Settings settings) {
    String secret = settings.text("cluster.secret").strip();
    if (!secret.isEmpty() && secret.length() < SHORTEST_SECRET) {
      throw new InvalidConfiguration("cluster.secret has at least " + SHORTEST_SECRET
          + " characters; openssl rand -base64 32 makes one");
    }
    Map<String, String> given = new TreeMap<>();
    for (String key : List.of(CERTIFICATE, KEY, AUTHORITY)) {
      if (!settings.text(key).isBlank()) {
        given.put(key, readable(key, settings.text(key).strip()));
      }
    }
    if (!given.isEmpty() && given.size() < 3) {
      throw new InvalidConfiguration(CERTIFICATE + ", " + KEY + " and " + AUTHORITY
          + " belong together: nodes prove themselves to each other");
    }
    return new ClusterProtection(
        secret.isEmpty() ? Optional.empty() : Optional.of(new Secret(secret)),
        given.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new PemFiles(given.get(CERTIFICATE), given.get(KEY), given.get(AUTHORITY))),
        flag(settings, "cluster.privateNetwork"));
  }

  /** InvalidConfiguration where {@code host} can be reached from other machines and some protection is missing. */
  void check(String host) {
    if (host.matches("localhost|127\\..*|\\[?::1]?")) {
      return;
    }
    if (secret.isEmpty()) {
      throw InvalidConfiguration.missing(
          "cluster.secret", "nodes on other machines know each other by it");
    }
    if (files.isEmpty()) {
      throw new InvalidConfiguration(
          CERTIFICATE + ", " + KEY + " and " + AUTHORITY
              + " are missing: what nodes on several machines tell each other is encrypted with them (docs/scaling.md)");
    }
    if (!privateNetwork) {
      throw new InvalidConfiguration(
          "cluster.privateNetwork: membership of the cluster cannot be encrypted. Let the nodes alone"
              + " reach cluster.port, by a network or a VPN of their own and a firewall, and say so by true");
    }
  }

  /** Differs for each secret, so that a node without it is not admitted; does not disclose the secret. */
  String clusterName() {
    return secret
        .map(given -> "shopbell-"
            + HexFormat.of()
                .formatHex(Hmac.SHA256.of(
                    given.reveal().getBytes(StandardCharsets.UTF_8),
                    "cluster name".getBytes(StandardCharsets.UTF_8))))
        .orElse("shopbell");
  }

  /** TLS on both sides with certificates of the one authority, if configured. */
  void apply(EventBusOptions bus) {
    files.ifPresent(pem -> bus.setSsl(true)
        .setKeyCertOptions(
            new PemKeyCertOptions().setCertPath(pem.certificate()).setKeyPath(pem.key()))
        .setTrustOptions(new PemTrustOptions().addCertPath(pem.authority()))
        .setClientAuth(ClientAuth.REQUIRED));
  }

  /** InvalidConfiguration unless it is {@code true} or {@code false}. */
  static boolean flag(Settings settings, String key) {
    String word = settings.text(key);
    if (!List.of("true", "false").contains(word)) {
      throw new InvalidConfiguration(key + " is true or false");
    }
    return word.equals("true");
  }

  private static String readable(String key, String path) {
    if (!Files.isReadable(Path.of(path))) {
      throw new InvalidConfiguration(key + " cannot be read: " + path);
    }
    return path;
  }
}
