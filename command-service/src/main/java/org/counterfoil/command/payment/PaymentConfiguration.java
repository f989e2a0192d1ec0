package org.counterfoil.command.payment;

import java.util.List;
import org.counterfoil.command.code.PassCodes;
import org.counterfoil.command.code.VoucherCodes;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.exchange.OrganisationSettings;
import org.counterfoil.command.lane.Lanes;
import org.counterfoil.command.order.OrderHistory;
import org.counterfoil.command.order.OrderParts;
import org.counterfoil.eventstore.id.TimeOrderedIds;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.http.problem.ProblemCode;
import org.counterfoil.http.problem.ProblemTranslation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who takes payments. */
@Configuration(proxyBeanMethods = false)
class PaymentConfiguration {

  @Bean
  PaymentProviders paymentProviders(List<PaymentProvider> providers) {
    return new PaymentProviders(providers);
  }

  @Bean
  VoucherHistory voucherHistory(EventLog log) {
    return new VoucherHistory(log);
  }

  @Bean
  VoucherProvider voucherProvider(
      Directory directory, OrderHistory orders, VoucherHistory vouchers, Lanes lanes) {
    return new VoucherProvider(directory, orders, vouchers, lanes);
  }

  @Bean
  VoucherPayments voucherPayments(
      TimeOrderedIds ids,
      VoucherCodes codes,
      VoucherHistory vouchers,
      VoucherProvider provider,
      HousePayments payments) {
    return new VoucherPayments(ids, codes, vouchers, provider, payments);
  }

  @Bean
  HousePayments housePayments(OrderHistory orders, ProviderNews news, Lanes lanes) {
    return new HousePayments(orders, news, lanes);
  }

  @Bean
  PassHistory passHistory(EventLog log) {
    return new PassHistory(log);
  }

  @Bean
  PassProvider passProvider(OrderHistory orders, PassHistory passes, Lanes lanes) {
    return new PassProvider(orders, passes, lanes);
  }

  @Bean
  PassPayments passPayments(
      TimeOrderedIds ids,
      PassCodes codes,
      PassHistory passes,
      PassProvider provider,
      HousePayments payments) {
    return new PassPayments(ids, codes, passes, provider, payments);
  }

  @Bean
  TakenBackMoney takenBackMoney(OrderParts parts, TimeOrderedIds ids) {
    return new TakenBackMoney(parts, ids);
  }

  @Bean
  ProviderNews providerNews(
      Directory directory,
      OrderParts parts,
      Lanes lanes,
      TakenBackMoney takenBack,
      TimeOrderedIds ids) {
    return new ProviderNews(directory, parts, lanes, takenBack, ids);
  }

  @Bean
  AcceptedMethods acceptedMethods(OrganisationSettings settings) {
    return new AcceptedMethods(settings);
  }

  @Bean
  ProblemTranslation providerProblems() {
    return thrown ->
        thrown instanceof ProviderUnavailable
            ? Problem.of(
                ProblemCode.OVERLOADED,
                "Expected the payment provider to answer, but it did not; repeat the request with"
                    + " its Idempotency-Key")
            : null;
  }
}
