package dev.holdfast.catalog;

/** Prints how many microseconds a fresh process needs to load the catalog and look one name up. */
public final class ColdLoad {
  private ColdLoad() {}

  public static void main(String[] arguments) {
    long start = System.nanoTime();
    boolean mentioned = Catalog.builtIn().mentions("execute");
    long end = System.nanoTime();
    System.out.println((end - start) / 1000 + " " + mentioned);
  }
}
