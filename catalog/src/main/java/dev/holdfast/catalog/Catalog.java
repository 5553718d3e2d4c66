package dev.holdfast.catalog;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is known about APIs: the facts of all stubs and annotations, looked up with precedence and
 * inheritance. The first of these that speaks about a member is heard alone: the team's stubs,
 * annotations on the member or on what it overrides, stubs that a library ships, built-in stubs.
 */
public final class Catalog {
  private final Layer team;
  private final Layer shipped;
  private final Layer builtIn;
  private final Meanings meanings;
  private final NoteReader notes;
  private final List<StubProblem> problems;
  private volatile Duties duties;

  private Catalog(Layer team, Layer shipped, Layer builtIn, Reading reading) {
    this.team = team;
    this.shipped = shipped;
    this.builtIn = builtIn;
    this.meanings =
        new Meanings(List.of(team.declarations(), shipped.declarations(), builtIn.declarations()));
    this.notes = new NoteReader(meanings);
    UnknownWords.check(reading, meanings);
    this.problems = List.copyOf(reading.problems());
  }

  /** The stubs that Holdfast ships. */
  public static Catalog builtIn() {
    return with(List.of(), List.of());
  }

  /**
   * The built-in stubs under those of the team and those that libraries on the analysed class path
   * ship as {@link StubBundle#RESOURCE}.
   */
  public static Catalog with(List<StubSource> team, List<StubSource> shipped) {
    return of(team, shipped, List.of(StubBundle.own()));
  }

  /** These stubs and no others. */
  static Catalog of(List<StubSource> team, List<StubSource> shipped, List<StubSource> builtIn) {
    Reading reading = new Reading();
    List<StubSource> foreign = new ArrayList<>();
    for (StubSource source : shipped) {
      if (!StubBundle.isOwn(source)) {
        foreign.add(source);
      }
    }
    return new Catalog(
        layer(team, reading), layer(foreign, reading), layer(builtIn, reading), reading);
  }

  private static Layer layer(List<StubSource> sources, Reading before) {
    Declarations declarations = new Declarations();
    for (StubSource source : sources) {
      if (source.text() == null) {
        before.problem(source.name(), 0, 0, source.failure());
      } else if (StubBundle.isOwn(source)) {
        StubBundle.open(source.text(), declarations);
      } else {
        Reading reading = before.further();
        StubReader.read(source.name(), source.text(), reading);
        declarations.add(source.name(), reading.types());
      }
    }
    return new Layer(declarations);
  }

  /** Whether any stub speaks about a member of this simple name ({@code <init>} included). */
  public boolean mentions(String memberName) {
    return builtIn.mentions(memberName)
        || team.mentions(memberName)
        || shipped.mentions(memberName);
  }

  /** All that is known about a member. Not memoised: the caller knows its own keys best. */
  public Contract contract(Member member, Program program) {
    Lineage lineage = new Lineage(member.owner(), program);
    List<Fact> accepted = new ArrayList<>(0);
    Contract noted = notes.contract(member, lineage, program, accepted);
    Contract said = team.contract(member, lineage, program, meanings);
    if (said == null) {
      said = noted;
    }
    if (said == null) {
      said = shipped.contract(member, lineage, program, meanings);
    }
    if (said == null) {
      said = builtIn.contract(member, lineage, program, meanings);
    }
    if (said == null) {
      said = Contract.NONE;
    }
    if (!accepted.isEmpty()) {
      List<Fact> facts = new ArrayList<>(said.facts());
      facts.addAll(accepted);
      said = new Contract(said.mentioned(), facts, said.advice());
    }
    return said;
  }

  /** Types whose values may carry a duty or a pool bond, binary names. */
  public Set<String> dutyTypes() {
    return duties().types();
  }

  /** Whether some member of exactly this type carries {@code @Waits} or {@code @Bounds}. */
  public boolean bearsLimits(String type) {
    return duties().limited().contains(type);
  }

  /** Every declaration of every stub: type by type, each with its members. Reads them all. */
  public List<Entry> entries() {
    List<TypeStub> all = new ArrayList<>(team.declarations().all());
    all.addAll(shipped.declarations().all());
    all.addAll(builtIn.declarations().all());
    return Entry.of(all, meanings);
  }

  /** Reads what is not read yet; returns how many types are declared. */
  int readAll() {
    return team.declarations().all().size()
        + shipped.declarations().all().size()
        + builtIn.declarations().all().size();
  }

  /** What was wrong with the stubs read; facts of the sound parts count all the same. */
  public List<StubProblem> problems() {
    return problems;
  }

  private Duties duties() {
    Duties known = duties;
    if (known == null) {
      known = new Duties(new HashSet<>(), new HashSet<>());
      Set<String> names = new HashSet<>(builtIn.declarations().typeNames());
      names.addAll(shipped.declarations().typeNames());
      names.addAll(team.declarations().typeNames());
      for (Layer layer : List.of(team, shipped, builtIn)) {
        if (layer.declarations().duties() != null) {
          known.add(layer.declarations().duties());
        } else if (!layer.declarations().isEmpty()) {
          known.add(layer.declarations().all(), new TypeNames(names), meanings);
        }
      }
      duties = known;
    }
    return known;
  }
}
