package dev.holdfast.analysis.bytecode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.analysis.ir.Block;
import dev.holdfast.analysis.ir.Body;
import dev.holdfast.analysis.ir.Op;
import dev.holdfast.analysis.ir.Site;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which ops are one place of the program, and which of them the programmer wrote. */
class PlacesTest {
  @TempDir Path directory;

  private List<Site> sites(String method, String called, String source) throws Exception {
    try (Compiled compiled = Compiled.javac(directory, source)) {
      List<Site> sites = new ArrayList<>();
      for (Body body : compiled.world.bodies("T")) {
        if (body.method().name().equals(method)) {
          sites.addAll(sites(body, called));
        }
      }
      return sites;
    }
  }

  private static List<Site> sites(Body body, String called) {
    List<Site> sites = new ArrayList<>();
    for (Block block : body.blocks()) {
      for (Op op : block.ops()) {
        if (op instanceof Op.Call call && call.method().name().equals(called)
            || op instanceof Op.New made && made.constructor().owner().endsWith(called)) {
          sites.add(op.site());
        }
      }
    }
    return sites;
  }

  @Test
  void copiesOfAFinallyBlockAreOnePlace() throws Exception {
    List<Site> sites =
        sites(
            "m",
            "gc",
            """
            class T {
              int m(int i) {
                try {
                  if (i > 0) return i;
                  System.out.println();
                } finally {
                  System.gc();
                }
                return 0;
              }
            }
            """);
    assertEquals(3, sites.size());
    assertEquals(1, Set.copyOf(sites).size());
    assertEquals(7, sites.get(0).line());
    Set<Integer> offsets =
        sites.stream().map(site -> ((Place) site.handle()).offset()).collect(Collectors.toSet());
    assertEquals(3, offsets.size());
  }

  @Test
  void equalCallsOnOneLineAreTwoPlaces() throws Exception {
    List<Site> sites =
        sites(
            "m",
            "trim",
            """
            class T {
              void m(String a) { a.trim().concat(a.trim()); }
            }
            """);
    assertEquals(2, Set.copyOf(sites).size());
  }

  @Test
  void fieldInitialisersAreOnePlaceInAllConstructors() throws Exception {
    List<Site> sites =
        sites(
            "<init>",
            "ArrayList",
            """
            import java.util.*;
            class T {
              List<String> all = new ArrayList<>();
              T() {}
              T(int i) {}
            }
            """);
    assertEquals(2, sites.size());
    assertEquals(1, Set.copyOf(sites).size());
  }

  @Test
  void allClosesOfAResourceAreThePlaceOfTheResource() throws Exception {
    List<Site> sites =
        sites(
            "m",
            "close",
            """
            import java.io.*;
            class T {
              void m(InputStream other, boolean b) throws IOException {
                try (InputStream in = InputStream.nullInputStream()) {
                  if (b) return;
                  other.close();
                }
              }
            }
            """);
    List<Site> implicit =
        sites.stream().filter(site -> site.role() == Site.Role.IMPLICIT_CLOSE).toList();
    assertEquals(3, implicit.size());
    assertEquals(1, Set.copyOf(implicit).size());
    assertEquals(4, implicit.get(0).line());
    assertEquals(4, sites.size());
  }

  @Test
  void enhancedForAndBoxingAreTheCompilersDoing() throws Exception {
    String source =
        """
        import java.util.*;
        class T {
          void m(List<Integer> all) {
            for (int i : all) System.gc();
            Iterator<Integer> own = all.iterator();
            while (own.hasNext()) own.next();
          }
        }
        """;
    List<Site.Role> written = List.of(Site.Role.ITERATION, Site.Role.EXPRESSION);
    for (String name : List.of("iterator", "hasNext", "next")) {
      assertEquals(written, sites("m", name, source).stream().map(Site::role).toList(), name);
    }
    List<Site> unboxing = sites("m", "intValue", source);
    assertTrue(unboxing.stream().allMatch(site -> site.role() == Site.Role.IMPLICIT));
  }
}
