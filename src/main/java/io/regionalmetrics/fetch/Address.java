package io.regionalmetrics.fetch;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Where a file is: what is in the event is trusted, where that redirects to is not. */
public final class Address {
  private static final Map<String, Integer> PORTS = Map.of("http", 80, "https", 443);

  private Address() {}

  /** An address without its query, in which there may be a key that is nobody's business. */
  public static String shown(String address) {
    return address.replaceFirst("[?#].*", "");
  }

  /**
   * Where a redirect leads.
   *
   * @return nothing where that isn't the same server (the same host, and the same port or from http
   *     to https): it could be anything, in the function's own network too
   */
  static Optional<URI> redirected(URI from, String location) {
    try {
      URI to = from.resolve(location);
      return isSameServer(from, to) ? Optional.of(to) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean isSameServer(URI from, URI to) {
    boolean sameHost = from.getHost().equalsIgnoreCase(to.getHost() == null ? "" : to.getHost());
    boolean samePort = from.getScheme().equals(to.getScheme()) && port(from) == port(to);
    boolean upgraded =
        from.getScheme().equals("http")
            && "https".equals(to.getScheme())
            && port(from) == 80
            && port(to) == 443;
    return sameHost && to.getUserInfo() == null && (samePort || upgraded);
  }

  private static int port(URI address) {
    return address.getPort() >= 0 ? address.getPort() : PORTS.getOrDefault(address.getScheme(), 0);
  }
}
