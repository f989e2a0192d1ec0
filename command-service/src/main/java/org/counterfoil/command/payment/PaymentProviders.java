package org.counterfoil.command.payment;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.counterfoil.command.exchange.RequestRejection;
import org.counterfoil.domain.order.ProviderName;
import org.jspecify.annotations.Nullable;

/** The providers that are set up here. */
public final class PaymentProviders {

  private final Map<ProviderName, PaymentProvider> byName = new TreeMap<>();

  public PaymentProviders(Collection<PaymentProvider> providers) {
    for (PaymentProvider provider : providers) {
      if (byName.put(provider.name(), provider) != null) {
        throw new IllegalArgumentException(
            "Expected one provider named " + provider.name() + ", but there are two");
      }
    }
  }

  /** The provider of this name, or nothing. */
  public @Nullable PaymentProvider find(ProviderName name) {
    return byName.get(name);
  }

  /** The one that is taken where nobody chooses: the only one that serves, or nothing. */
  @Nullable PaymentProvider only(boolean isTraining) {
    List<PaymentProvider> serving =
        byName.values().stream().filter(provider -> provider.serves(isTraining)).toList();
    return serving.size() == 1 ? serving.getFirst() : null;
  }

  /**
   * The one that is wished for, or else the only one there is; refused where there is none, or
   * where it does not serve.
   */
  PaymentProvider serving(@Nullable ProviderName wished, boolean isTraining) {
    PaymentProvider provider = wished == null ? only(isTraining) : find(wished);
    if (provider == null) {
      throw RequestRejection.UNKNOWN_PROVIDER.because(
          "provider", "Expected a payment provider that is set up here, but it is not");
    }
    if (!provider.serves(isTraining)) {
      throw isTraining
          ? RequestRejection.PERFORMANCE_IS_TRAINING.because(
              "provider", "Expected a simulated provider, because the performance is for training")
          : RequestRejection.PROVIDER_FOR_TRAINING_ONLY.because(
              "provider", "Expected a provider that takes money, but it is for training only");
    }
    return provider;
  }
}
