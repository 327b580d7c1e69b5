package org.francophonie.dclic.identity.service;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.francophonie.dclic.platform.access.SignedIn;
import org.francophonie.dclic.platform.errors.RequestFacts;
import org.francophonie.dclic.platform.start.Platform;
import org.francophonie.dclic.rights.Standing;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a recognised person into the session and out of it, and brings remembered devices back in. */
@Component
public class SessionDoor extends OncePerRequestFilter {
    private static final String COOKIE = "dclic-appareil";
    private static final String KNOWN = "dclic-connu";

    /** Files of drafts: nobody comes for them who is not in yet, and no session is opened for it. */
    private static final String DRAFTS = "/app/brouillon/";

    private final DeviceTokens devices;
    private final KnownDevices known;
    private final VisitorSessions visitors;
    private final Standing standing;
    private final Platform platform;

    SessionDoor(
            DeviceTokens devices, KnownDevices known, VisitorSessions visitors, Standing standing, Platform platform) {
        this.devices = devices;
        this.known = known;
        this.visitors = visitors;
        this.standing = standing;
        this.platform = platform;
    }

    /** The session gets a new id, so that one known before the sign-in is worth nothing. */
    public void enter(SignedIn who, boolean remember, HttpServletRequest request, HttpServletResponse response) {
        request.getSession(true);
        request.changeSessionId();
        keep(who, request);
        var device = known.meet(known(request), who.person());
        set(response, KNOWN, device.cookie(), KnownDevices.AGE);
        if (remember) {
            var browser = RequestFacts.current().map(RequestFacts::agent).orElse("unknown");
            set(response, devices.remember(who, browser));
        }
    }

    /** The browser that asks, when somebody has signed in on it before. */
    public Optional<UUID> device(HttpServletRequest request) {
        return known(request).map(KnownDevices.Device::id);
    }

    private Optional<KnownDevices.Device> known(HttpServletRequest request) {
        return cookie(request, KNOWN).flatMap(known::find);
    }

    private void keep(SignedIn who, HttpServletRequest request) {
        visitors.welcome(request.getSession(true));
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(who, null, List.of()));
        SecurityContextHolder.setContext(context);
        request.getSession(true)
                .setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, context);
    }

    /** The session's own end is the caller's: the screen closes it after answering. */
    public void leave(HttpServletRequest request, HttpServletResponse response) {
        cookie(request).ifPresent(devices::forget);
        set(response, new DeviceTokens.Cookie("", Duration.ZERO));
        SecurityContextHolder.clearContext();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getRequestURI().startsWith(DRAFTS) && signedIn(request).isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (isNavigation(request)) letOut(request);
        if (isNavigation(request) && signedIn(request).isEmpty())
            cookie(request).flatMap(devices::comeBack).ifPresent(back -> {
                request.getSession(true);
                request.changeSessionId();
                keep(back.who(), request);
                set(response, back.next());
            });
        chain.doFilter(request, response);
    }

    /** Pages only: scripts and pictures come along with them. */
    private static boolean isNavigation(HttpServletRequest request) {
        return "GET".equals(request.getMethod())
                && request.getHeader("Accept") instanceof String accept
                && accept.contains("text/html");
    }

    /** Whoever was suspended since is signed out at the next page. */
    private void letOut(HttpServletRequest request) {
        signedIn(request).filter(who -> !standing.isActive(who.person())).ifPresent(_ -> request.getSession()
                .invalidate());
    }

    static Optional<SignedIn> signedIn(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null
                        && session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
                                instanceof SecurityContext context
                        && context.getAuthentication() != null
                        && context.getAuthentication().getPrincipal() instanceof SignedIn who
                ? Optional.of(who)
                : Optional.empty();
    }

    private static Optional<String> cookie(HttpServletRequest request) {
        return cookie(request, COOKIE);
    }

    private static Optional<String> cookie(HttpServletRequest request, String name) {
        var cookies = request.getCookies();
        if (cookies == null) return Optional.empty();
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    private void set(HttpServletResponse response, DeviceTokens.Cookie cookie) {
        set(response, COOKIE, cookie.value(), cookie.age());
    }

    private void set(HttpServletResponse response, String name, String value, Duration age) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name, value)
                        .httpOnly(true)
                        .secure("https".equals(platform.baseUrl().getScheme()))
                        .sameSite("Lax")
                        .path("/app")
                        .maxAge(age)
                        .build()
                        .toString());
    }
}
