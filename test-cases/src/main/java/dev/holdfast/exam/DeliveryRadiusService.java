package dev.holdfast.exam;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.pool2.ObjectPool;

/** Decides which addresses are inside the delivery radius of a shop. */
public class DeliveryRadiusService {

  private final ObjectPool<GeocoderLease.Geocoder> geocoders;
  private final double radiusDegrees;

  DeliveryRadiusService(ObjectPool<GeocoderLease.Geocoder> geocoders, double radiusDegrees) {
    this.geocoders = geocoders;
    this.radiusDegrees = radiusDegrees;
  }

  public boolean delivers(String shop, String address) throws Exception {
    try (GeocoderLease lease = GeocoderLease.from(geocoders)) {
      return distance(lease.locate(shop), lease.locate(address)) <= radiusDegrees;
    }
  }

  public List<String> reachable(String shop, List<String> addresses) throws Exception {
    List<String> reachable = new ArrayList<>();
    GeocoderLease.Geocoder geocoder = acquire();
    try {
      double[] origin = geocoder.locate(shop);
      for (String address : addresses) {
        if (distance(origin, geocoder.locate(address)) <= radiusDegrees) {
          reachable.add(address);
        }
      }
    } finally {
      geocoders.returnObject(geocoder);
    }
    return reachable;
  }

  private GeocoderLease.Geocoder acquire() throws Exception {
    return geocoders.borrowObject();
  }

  private static double distance(double[] a, double[] b) {
    return Math.hypot(a[0] - b[0], a[1] - b[1]);
  }
}
