package dev.holdfast.catalog;

/**
 * Prints how many microseconds a fresh process needs to load the catalog and look one name up, and
 * how many until it has read every stub.
 */
public final class ColdLoad {
  private ColdLoad() {}

  public static void main(String[] arguments) {
    long start = System.nanoTime();
    Catalog catalog = Catalog.builtIn();
    boolean mentioned = catalog.mentions("execute") && !catalog.dutyTypes().isEmpty();
    long loaded = System.nanoTime();
    int types = catalog.readAll();
    long read = System.nanoTime();
    System.out.println(
        (loaded - start) / 1000 + " " + (read - start) / 1000 + " " + mentioned + " " + types);
  }
}
