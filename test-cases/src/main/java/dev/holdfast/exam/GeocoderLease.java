package dev.holdfast.exam;

import org.apache.commons.pool2.ObjectPool;

/** Temporary right to use one of the licensed geocoders. */
final class GeocoderLease implements AutoCloseable {

  interface Geocoder {
    double[] locate(String address);
  }

  private final ObjectPool<Geocoder> pool;
  private final Geocoder geocoder;

  private GeocoderLease(ObjectPool<Geocoder> pool, Geocoder geocoder) {
    this.pool = pool;
    this.geocoder = geocoder;
  }

  static GeocoderLease from(ObjectPool<Geocoder> pool) throws Exception {
    return new GeocoderLease(pool, pool.borrowObject());
  }

  double[] locate(String address) {
    return geocoder.locate(address).clone();
  }

  @Override
  public void close() throws Exception {
    pool.returnObject(geocoder);
  }
}
