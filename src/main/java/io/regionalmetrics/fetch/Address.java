package io.regionalmetrics.fetch;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Addresses of files. The address in a feed's event is trusted; the target of a redirect is not.
 */
public final class Address {
  private static final Map<String, Integer> PORTS = Map.of("http", 80, "https", 443);

  private Address() {}

  /** An address without its query and fragment, since a query may hold a secret key. */
  public static String withoutQuery(String address) {
    return address.replaceFirst("[?#].*", "");
  }

  /**
   * The address of a path on a host.
   *
   * @param base the publisher's host or a mirror of it, which may be a folder on another host
   * @param path starts with a slash
   */
  public static URI on(URI base, String path) {
    return URI.create(base + path);
  }

  /**
   * The target of a redirect.
   *
   * @param location the header of that name
   * @return empty if the target is on another server, which could be inside the function's network.
   *     The same server means the same host, and the same port or an upgrade from http to https
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
    return sameHost && to.getUserInfo() == null && (samePort || isUpgraded(from, to));
  }

  private static boolean isUpgraded(URI from, URI to) {
    return from.getScheme().equals("http")
        && "https".equals(to.getScheme())
        && port(from) == 80
        && port(to) == 443;
  }

  private static int port(URI address) {
    return address.getPort() >= 0 ? address.getPort() : PORTS.getOrDefault(address.getScheme(), 0);
  }
}
