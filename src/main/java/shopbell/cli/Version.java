package shopbell.cli;

import picocli.CommandLine.IVersionProvider;

/** The version in the jar's manifest; "development" where there is no jar. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    return new String[] {"shopbell " + (version == null ? "development" : version)};
  }
}
