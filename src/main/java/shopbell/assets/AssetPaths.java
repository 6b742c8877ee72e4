package shopbell.assets;

import java.net.URI;

/** Addresses inside the screen's files, relative to the containing file or to the root. */
final class AssetPaths {
  private AssetPaths() {}

  /**
   * {@code address} in {@code file}, as a path below the root: {@code lib/api.js} and {@code ./x.js} are
   * {@code lib/x.js}.
   */
  static String resolve(String file, String address) {
    return URI.create("/" + file).resolve(address).getPath().replaceFirst("^(/\\.\\.)*/", "");
  }
}
