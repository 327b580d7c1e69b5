package org.francophonie.dclic.identity.service;

import com.vaadin.flow.spring.security.VaadinAwareSecurityContextHolderStrategy;
import org.francophonie.dclic.platform.start.Platform;
import org.francophonie.dclic.platform.ui.CopyScript;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.session.DisableEncodeUrlFilter;

/**
 * Two lanes, two chains. The application keeps a session and guards each screen by its right (NavigationGate) and each
 * service by the gate; Vaadin protects its own messages by a key in each of them. The public site has no session at all.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityChains {

    /** Knows who is signed in on threads that Vaadin starts for a screen, too. */
    @Bean
    static SecurityContextHolderStrategy securityContextHolderStrategy() {
        var strategy = new VaadinAwareSecurityContextHolderStrategy();
        SecurityContextHolder.setContextHolderStrategy(strategy);
        return strategy;
    }

    /** One observation for each request will do: one for each filter costs more than it tells. */
    @Bean
    static SecurityObservationSettings observationSettings() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    @Order(1)
    SecurityFilterChain application(HttpSecurity http, SessionDoor door, Platform platform) {
        return overHttps(http, platform)
                .securityMatcher("/app", "/app/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.frameOptions(frame -> frame.sameOrigin())
                        .contentSecurityPolicy(policy -> policy.policyDirectives(
                                "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'"))
                        .referrerPolicy(policy -> policy.policy(
                                org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter
                                        .ReferrerPolicy.SAME_ORIGIN))
                        .cacheControl(cache ->
                                cache.disable())) // Vaadin sets its own: pages no-store, hashed files immutable
                .addFilterBefore(door, SecurityContextHolderFilter.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain publicSite(HttpSecurity http, Platform platform) {
        return overHttps(http, platform)
                .authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/health", "/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator/**", "/VAADIN/**")
                        .denyAll()
                        .anyRequest()
                        .permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable) // its few POSTs check Origin and Sec-Fetch-Site (site module)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.frameOptions(frame -> frame.deny())
                        .contentSecurityPolicy(policy -> policy.policyDirectives(
                                "default-src 'none'; img-src 'self'; style-src 'self'; script-src " + CopyScript.SOURCE
                                        + "; media-src 'self'; font-src 'self';"
                                        + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"))
                        .referrerPolicy(policy -> policy.policy(
                                org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter
                                        .ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN))
                        .cacheControl(cache -> cache.disable())) // the pages set their own
                .build();
    }

    /** Where the public address says https, whoever comes without is sent there, and browsers remember it for a year. */
    private static HttpSecurity overHttps(HttpSecurity http, Platform platform) {
        if (!"https".equals(platform.baseUrl().getScheme())) return http;
        return http.addFilterBefore(new HttpsOnly(platform), DisableEncodeUrlFilter.class);
    }

    /** The door belongs to the application's chain alone, not to every request. */
    @Bean
    FilterRegistrationBean<SessionDoor> noDoorOutsideTheChain(SessionDoor door) {
        var registration = new FilterRegistrationBean<>(door);
        registration.setEnabled(false);
        return registration;
    }
}
