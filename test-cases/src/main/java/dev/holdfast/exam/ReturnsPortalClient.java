package dev.holdfast.exam;

import java.io.IOException;
import java.time.Duration;
import okhttp3.OkHttpClient;
import retrofit2.Call;
import retrofit2.Response;
import retrofit2.Retrofit;
import retrofit2.converter.gson.GsonConverterFactory;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.Path;

/** Registers returns at the portal of the parcel service. */
public class ReturnsPortalClient {

  public static class ReturnLabel {
    public String trackingId;
    public String labelUrl;
  }

  public static class ReturnOrder {
    public String orderId;
    public int parcels;
  }

  interface Portal {
    @POST("returns")
    Call<ReturnLabel> register(@Body ReturnOrder order);

    @GET("returns/{id}")
    Call<ReturnLabel> label(@Path("id") String id);
  }

  private final Portal portal;
  private final Portal patientPortal;

  public ReturnsPortalClient(String baseUrl, OkHttpClient shared) {
    OkHttpClient patient = shared.newBuilder().callTimeout(Duration.ofSeconds(40)).build();
    this.portal = retrofit(baseUrl, shared).create(Portal.class);
    this.patientPortal = retrofit(baseUrl, patient).create(Portal.class);
  }

  public String register(String orderId, int parcels) throws IOException {
    ReturnOrder order = new ReturnOrder();
    order.orderId = orderId;
    order.parcels = parcels;
    Response<ReturnLabel> response = patientPortal.register(order).execute();
    if (!response.isSuccessful() || response.body() == null) {
      throw new IOException("return of " + orderId + " refused: " + response.code());
    }
    return response.body().trackingId;
  }

  public boolean exists(String returnId) throws IOException {
    return portal.label(returnId).execute().isSuccessful();
  }

  private static Retrofit retrofit(String baseUrl, OkHttpClient client) {
    return new Retrofit.Builder()
        .baseUrl(baseUrl)
        .client(client)
        .addConverterFactory(GsonConverterFactory.create())
        .build();
  }
}
