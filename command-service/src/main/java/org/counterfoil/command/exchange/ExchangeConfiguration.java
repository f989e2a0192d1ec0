package org.counterfoil.command.exchange;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import org.counterfoil.command.code.TicketCodes;
import org.counterfoil.command.code.VoucherCodes;
import org.counterfoil.command.lane.Lanes;
import org.counterfoil.eventstore.codec.DomainJson;
import org.counterfoil.eventstore.idempotency.IdempotencyStore;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.http.access.Secrets;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** How endpoints get their requests and send their commands. */
@Configuration(proxyBeanMethods = false)
public class ExchangeConfiguration {

  static {
    // springdoc keeps this in a static of its own.
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Exchange.class);
  }

  @Bean
  Directory directory(EventLog log) {
    return new Directory(log);
  }

  @Bean
  OrganisationSettings organisationSettings(EventLog log) {
    return new OrganisationSettings(log);
  }

  @Bean
  SellingAgents sellingAgents(Directory directory, OrganisationSettings settings) {
    return new SellingAgents(directory, settings);
  }

  @Bean
  Timetable timetable(EventLog log, Directory directory) {
    return new Timetable(log, directory);
  }

  @Bean
  CurrentAnswer currentAnswer(EventLog log) {
    return new CurrentAnswer(log);
  }

  @Bean
  Callers callers(Directory directory) {
    return new Callers(directory);
  }

  @Bean
  LaneProblems laneProblems() {
    return new LaneProblems();
  }

  @Bean
  IdempotencyPurge idempotencyPurge(IdempotencyStore kept, Clock clock) {
    return new IdempotencyPurge(kept, clock);
  }

  @Bean
  SentSchema sentSchema() {
    return new SentSchema();
  }

  @Bean
  SentArgument sentArgument() {
    return new SentArgument(DomainJson.mapper());
  }

  @Bean
  WebMvcConfigurer exchangeArguments(
      Lanes lanes,
      IdempotencyStore kept,
      Secrets secrets,
      TicketCodes codes,
      VoucherCodes vouchers,
      Clock clock) {
    CommandExchange exchange = new CommandExchange(lanes, kept, clock);
    Replies replies = new Replies(new SecretMarks(secrets, codes, vouchers));
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ExchangeArgument(exchange, replies, secrets));
      }
    };
  }

  private record ExchangeArgument(CommandExchange exchange, Replies replies, Secrets secrets)
      implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
      return parameter.getParameterType() == Exchange.class;
    }

    @Override
    public Object resolveArgument(
        MethodParameter parameter,
        @Nullable ModelAndViewContainer container,
        NativeWebRequest request,
        @Nullable WebDataBinderFactory binders) {
      HttpServletRequest servlet = request.getNativeRequest(HttpServletRequest.class);
      if (servlet == null) {
        throw new IllegalStateException("Expected a servlet request, but it is another");
      }
      return new Exchange(exchange, replies, secrets, servlet);
    }
  }
}
