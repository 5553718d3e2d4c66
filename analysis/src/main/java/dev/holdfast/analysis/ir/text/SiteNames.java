package dev.holdfast.analysis.ir.text;

import dev.holdfast.analysis.ir.Block;
import dev.holdfast.analysis.ir.Body;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.ir.Site;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Names the places that more than one op comes from, so that copies can be told. */
final class SiteNames {
  private final Map<Object, String> names = new HashMap<>();

  SiteNames(List<Body> bodies) {
    Set<Object> met = new HashSet<>();
    Set<String> taken = new HashSet<>();
    List<Object> handles =
        bodies.stream()
            .flatMap(body -> body.blocks().stream())
            .map(Block::ops)
            .flatMap(List::stream)
            .map(op -> op.site().handle())
            .toList();
    for (Object handle : handles) {
      if (handle instanceof Place place && place.named()) {
        names.put(handle, place.name());
        taken.add(place.name());
      }
    }
    int next = 1;
    for (Object handle : handles) {
      if (!met.add(handle) && !names.containsKey(handle)) {
        while (!taken.add("s" + next)) {
          next++;
        }
        names.put(handle, "s" + next);
      }
    }
  }

  String print(Op op) {
    Site site = op.site();
    String name = names.get(site.handle());
    String role =
        site.role() == Site.Role.EXPRESSION
            ? ""
            : " " + site.role().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return " @" + site.line() + (name == null ? "" : "#" + Spelling.name(name)) + role;
  }
}
