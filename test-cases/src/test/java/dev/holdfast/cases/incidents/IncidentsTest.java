package dev.holdfast.cases.incidents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
}
