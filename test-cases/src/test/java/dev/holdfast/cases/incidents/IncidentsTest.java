package dev.holdfast.cases.incidents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class IncidentsTest {
  @Test
  void untypedTreesAllocateMoreAndPooledMapsAreLostAndShared() throws Exception {
    MapHeavyGateway.Figures figures = MapHeavyGateway.reproduce();
    assertTrue(figures.bytesBefore() > 2 * figures.bytesAfter(), figures.toString());
    assertTrue(figures.complaintBefore().startsWith("ClassCastException"), figures.toString());
    assertTrue(figures.complaintAfter().contains("[\"customer\"]"), figures.toString());
    assertTrue(figures.complaintAfter().contains("at line 3"), figures.toString());
    assertEquals(2, figures.firstIdBefore(), "the first request reads what the second wrote");
    assertEquals(3, figures.lostMapsBefore());
    assertEquals(0, figures.lostMapsAfter());
  }

  @Test
  void connectionsPileUpUntilThePoolIsExhausted() throws Exception {
    FirstDayOutOfMemory.Figures figures = FirstDayOutOfMemory.reproduce();
    assertEquals(20, figures.openedBefore());
    assertEquals(1, figures.openedAfter());
    assertEquals(5, figures.leasedBefore());
    assertEquals(0, figures.leasedAfter());
    assertTrue(
        figures.nextCheckBefore().startsWith("ConnectionRequestTimeoutException"),
        figures.toString());
    assertTrue(figures.complaintBefore().startsWith("ClassCastException"), figures.toString());
    assertTrue(figures.complaintAfter().contains("total"), figures.toString());
    assertTrue(figures.complaintAfter().contains("line: 2"), figures.toString());
  }

  @Test
  void healthChecksStandStillUntilThePeerHangsUpAndTasksReadForeignBuffers() throws Exception {
    FirstDayProcessorSpike.Figures figures = FirstDayProcessorSpike.reproduce();
    assertEquals(8, figures.stuckBefore());
    assertEquals(0, figures.stuckAfter());
    assertEquals(0, figures.stuckAfterHangUp(), "the harm ends with the experiment");
    assertEquals(List.of("", ""), figures.logBefore());
    assertEquals(List.of("login of ann", "login of bob"), figures.logAfter());
  }

  @Test
  void pooledMapsAreLostSharedAndReadTooLate() throws Exception {
    PoolOfMaps.Figures figures = PoolOfMaps.reproduce();
    assertEquals(Map.of(), figures.firstBefore(), "emptied behind the back of its reader");
    assertEquals(Map.of("sub", "ann"), figures.firstAfter());
    assertNull(figures.subjectBefore());
    assertEquals("bob", figures.subjectAfter());
    assertEquals(4, figures.lostBefore());
    assertEquals(0, figures.lostAfter());
    assertTrue(figures.nextBefore().startsWith("NoSuchElementException"), figures.toString());
    assertTrue(figures.closedAfter().contains("TERMINATED"), figures.toString());
    assertEquals(1, figures.hitRate());
  }

  @Test
  void sessionsKeepTheirClientsAndConnectionsForEver() {
    GlobalSessionMap.Figures figures = GlobalSessionMap.reproduce();
    assertEquals(8, figures.sessionsBefore());
    assertEquals(4, figures.sessionsAfter());
    assertEquals(8, figures.lentBefore());
    assertEquals(0, figures.lentAfter());
    assertEquals(8, figures.threadsBefore());
    assertEquals(1, figures.threadsAfter());
    assertTrue(figures.nextSessionBefore().startsWith("Jedis"), figures.toString());
  }
}
