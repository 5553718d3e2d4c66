package dev.holdfast.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.cases.Case;
import dev.holdfast.cases.Cases;
import dev.holdfast.checks.fix.Fix;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fix that is offered in the cases, each applied to a copy of its own. */
class FixesTest {
  private static final Map<Path, String> SOURCES = new LinkedHashMap<>();
  private static final Map<Offer, Mending.Result> RESULTS = new LinkedHashMap<>();
  private static final Map<String, Integer> FLAGGED = new TreeMap<>();
  private static Map<Path, Mending.Result> before;

  /** A finding in a case and what mends it. */
  private record Offer(Path file, String rule, int line, Fix fix) {
    @Override
    public String toString() {
      return rule + " in " + file.getFileName() + ":" + line;
    }
  }

  static Stream<Offer> offers() throws Exception {
    if (RESULTS.isEmpty()) {
      tryAll();
    }
    return RESULTS.keySet().stream();
  }

  private static void tryAll() throws Exception {
    for (Case one : Cases.all()) {
      SOURCES.put(one.file(), Files.readString(one.file()));
    }
    before = Mending.of(SOURCES);
    List<List<Offer>> rounds = new ArrayList<>();
    for (Map.Entry<Path, Mending.Result> file : before.entrySet()) {
      int round = 0;
      for (Mending.Found found : file.getValue().found()) {
        if (found.shown()) {
          FLAGGED.merge(found.rule(), 1, Integer::sum);
        }
        if (found.fix() != null && found.shown()) {
          while (rounds.size() <= round) {
            rounds.add(new ArrayList<>());
          }
          rounds
              .get(round++)
              .add(new Offer(file.getKey(), found.rule(), found.line(), found.fix()));
        }
      }
    }
    for (List<Offer> round : rounds) {
      Map<Path, String> mended = new LinkedHashMap<>();
      round.forEach(
          offer -> mended.put(offer.file(), offer.fix().applyTo(SOURCES.get(offer.file()))));
      Map<Path, Mending.Result> after = Mending.of(mended);
      round.forEach(offer -> RESULTS.put(offer, after.get(offer.file())));
    }
  }

  @ParameterizedTest
  @MethodSource("offers")
  void mendsThatAndNothingElse(Offer offer) {
    String source = SOURCES.get(offer.file());
    String mended = offer.fix().applyTo(source);
    Mending.Result after = RESULTS.get(offer);
    assertEquals(List.of(), after.errors(), mended);
    assertEquals(
        List.of(),
        Mending.unexpected(before.get(offer.file()), after, offer.rule()),
        () -> Mending.changed(source, mended));
    assertEquals("", Mending.disturbed(source, mended, offer.fix()), offer::toString);
  }

  /** A fix that is no longer offered where it was is a loss that no other test would see. */
  @Test
  void asMuchIsOfferedAsEver() throws Exception {
    Map<String, Integer> offered = new TreeMap<>();
    offers().forEach(offer -> offered.merge(offer.rule(), 1, Integer::sum));
    Map<String, String> shares = new TreeMap<>();
    offered.forEach((rule, count) -> shares.put(rule, count + " of " + FLAGGED.get(rule)));
    assertTrue(
        offered.size() >= 14 && offered.values().stream().mapToInt(n -> n).sum() >= 170,
        shares::toString);
  }
}
