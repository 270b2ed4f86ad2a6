package io.regionalmetrics.xbrl;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Resolves the prefixes of an instance. Caches names, because a few occur again and again. */
final class TaxonomyNames {
  private static final int MAX_REMEMBERED = 20_000;

  private final Predicate<QualifiedName> wanted;
  private final Map<String, Taxonomy> byNamespace = new HashMap<>();
  private final Map<String, ResolvedName> resolved = new HashMap<>();

  /**
   * A taxonomy that the instance uses.
   *
   * @param prefix the prefix that its names have here
   * @param concepts which of its concepts are wanted, by their local names, as far as they occurred
   */
  record Taxonomy(String prefix, Map<String, Boolean> concepts) {}

  /** What a written name means as long as its prefix stands for the same namespace. */
  private record ResolvedName(String prefix, String namespace, Optional<QualifiedName> name) {}

  /** The names of one instance. */
  TaxonomyNames(Predicate<QualifiedName> wanted) {
    this.wanted = wanted;
  }

  /** The taxonomy of a namespace. The first prefix that is declared for it counts. */
  Taxonomy taxonomy(String namespace, String declaredPrefix) {
    Taxonomy known = byNamespace.get(namespace);
    if (known != null) {
      return known;
    }
    String prefix = QualifiedName.prefixOf(namespace, declaredPrefix);
    Taxonomy taxonomy = new Taxonomy(prefix, new HashMap<>());
    byNamespace.put(namespace, taxonomy);
    return taxonomy;
  }

  /** Whether a concept is wanted. */
  boolean isWanted(Taxonomy taxonomy, String local) {
    Boolean known = taxonomy.concepts().get(local);
    if (known != null) {
      return known;
    }
    boolean isWanted = wanted.test(new QualifiedName(taxonomy.prefix(), local));
    if (taxonomy.concepts().size() < MAX_REMEMBERED) {
      taxonomy.concepts().put(local, isWanted);
    }
    return isWanted;
  }

  /**
   * The meaning of a name in a text or attribute where the cursor stands; empty if it has no
   * prefix, or one that is not declared.
   */
  Optional<QualifiedName> resolve(XmlCursor xml, @Nullable String written) {
    if (written == null) {
      return Optional.empty();
    }
    ResolvedName known = resolved.get(written);
    return known != null && known.namespace.equals(xml.namespaceOf(known.prefix))
        ? known.name
        : resolveAnew(xml, written);
  }

  private Optional<QualifiedName> resolveAnew(XmlCursor xml, String written) {
    Optional<QualifiedName> parsed = QualifiedName.parse(written.strip());
    String prefix = parsed.map(QualifiedName::prefix).orElse("");
    String namespace = xml.namespaceOf(prefix);
    if (parsed.isEmpty() || namespace == null || namespace.isEmpty()) {
      return Optional.empty();
    }
    Optional<QualifiedName> name =
        Optional.of(new QualifiedName(taxonomy(namespace, prefix).prefix(), parsed.get().local()));
    if (resolved.size() < MAX_REMEMBERED) {
      resolved.put(written, new ResolvedName(prefix, namespace, name));
    }
    return name;
  }
}
