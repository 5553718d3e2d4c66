package dev.holdfast.analysis.world;

import dev.holdfast.analysis.ir.MethodRef;
import dev.holdfast.catalog.Catalog;
import dev.holdfast.catalog.Contract;
import dev.holdfast.catalog.Member;
import dev.holdfast.catalog.Note;
import dev.holdfast.catalog.Program;
import dev.holdfast.catalog.Slot;
import dev.holdfast.catalog.Word;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The catalog's answers about the members of one {@link World}, memoised. */
public final class Contracts {
  private final World world;
  private final Catalog catalog;
  private final Hierarchy hierarchy;
  private final Implementations implementations;
  private final Program program = new WorldProgram();
  private final Map<Member, Contract> memo = new HashMap<>();
  private final Map<String, Boolean> duties = new HashMap<>();
  private final Map<String, Boolean> limitBearers = new HashMap<>();

  public Contracts(World world, Catalog catalog) {
    this.world = world;
    this.catalog = catalog;
    this.hierarchy = new Hierarchy(world);
    this.implementations = new Implementations(world, hierarchy);
  }

  public Hierarchy hierarchy() {
    return hierarchy;
  }

  public Implementations implementations() {
    return implementations;
  }

  public World world() {
    return world;
  }

  public Contract of(MethodRef method) {
    return of(method.member());
  }

  public Contract of(Member member) {
    Contract known = memo.get(member);
    if (known == null) {
      known = catalog.contract(member, program);
      memo.put(member, known);
    }
    return known;
  }

  /** Facts about a type and, where it has none, about its nearest supertype that has. */
  public Contract ofType(String type) {
    return of(Member.type(type));
  }

  /** Whether values of this type, or of one it inherits from, may carry a duty or a pool bond. */
  public boolean isDutyType(String type) {
    Boolean known = duties.get(type);
    if (known == null) {
      known = catalog.dutyTypes().contains(type);
      if (!known) {
        for (String above : hierarchy.ancestors(type)) {
          known |= catalog.dutyTypes().contains(above);
        }
      }
      duties.put(type, known);
    }
    return known;
  }

  /** Whether the catalog says of exactly this type how its values are acquired and released. */
  public boolean isOwnDutyType(String type) {
    return catalog.dutyTypes().contains(type);
  }

  /** Whether the stubs say of this type, or of one it inherits from, that its objects wait. */
  public boolean isWaiting(String type) {
    boolean limited = catalog.bearsLimits(type);
    for (String above : limited ? List.<String>of() : hierarchy.ancestors(type)) {
      limited |= catalog.bearsLimits(above);
    }
    return limited && ofType(type).says(Word.WAITS, Slot.TYPE);
  }

  /** Whether some member of this type or one it inherits from sets or has a limit. */
  public boolean bearsLimits(String type) {
    if (bearsOwnLimits(type)) {
      return true;
    }
    for (String above : hierarchy.ancestors(type)) {
      if (bearsOwnLimits(above)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a stub speaks of limits of exactly this type, which is compiled from source here. */
  public boolean isLimitedInSource(String type) {
    return catalog.bearsLimits(type) && world.isSource(type);
  }

  /** Whether some member of exactly this type sets or has a limit. */
  public boolean bearsOwnLimits(String type) {
    return limitBearers.computeIfAbsent(type, this::saysLimits);
  }

  private boolean saysLimits(String type) {
    if (type.equals("java.lang.Object")) {
      return false; // everything can be waited for, which makes nobody carry limits
    }
    if (catalog.bearsLimits(type)) {
      return true;
    }
    ClassView view = world.find(type);
    if (view == null) {
      return false;
    }
    for (MethodView method : view.methods()) {
      if (!method.notes().isEmpty()) {
        Contract contract = of(method.method());
        if (contract.says(Word.WAITS) || contract.says(Word.BOUNDS)) {
          return true;
        }
      }
    }
    return false;
  }

  private final class WorldProgram implements Program {
    @Override
    public List<String> supertypes(String type) {
      return hierarchy.supertypes(type);
    }

    @Override
    public List<Note> notes(Member member) {
      return world.notes(member);
    }

    @Override
    public boolean has(String type, String memberName) {
      ClassView view = world.find(type);
      return view != null
          && (memberName == null
              || memberName.isEmpty()
              || !view.methods(memberName).isEmpty()
              || view.field(memberName) != null);
    }

    @Override
    public int release() {
      return world.release();
    }
  }
}
