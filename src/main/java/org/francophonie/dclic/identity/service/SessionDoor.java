package org.francophonie.dclic.identity.service;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.francophonie.dclic.identity.SessionEnd;
import org.francophonie.dclic.platform.access.Proof;
import org.francophonie.dclic.platform.access.SignedIn;
import org.francophonie.dclic.platform.errors.RequestFacts;
import org.francophonie.dclic.platform.errors.Room;
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

/**
 * Lets a recognised person into the session and out of it, brings back the sessions of lost nodes and remembered devices, and
 * notes when the person acts.
 */
@Component
public class SessionDoor extends OncePerRequestFilter {
    private static final String COOKIE = "dclic-appareil";
    private static final String KNOWN = "dclic-connu";
    private static final String SESSION = "dclic-seance";
    private static final Duration UNTIL_THE_BROWSER_CLOSES = Duration.ofSeconds(-1);

    /** Files of drafts: nobody comes for them who is not in yet, and no session is opened for it. */
    private static final String DRAFTS = "/app/brouillon/";

    private final DeviceTokens devices;
    private final KnownDevices known;
    private final VisitorSessions visitors;
    private final Sessions sessions;
    private final OpenSessions open;
    private final Standing standing;
    private final Platform platform;
    private final Room room;

    SessionDoor(
            DeviceTokens devices,
            KnownDevices known,
            VisitorSessions visitors,
            Sessions sessions,
            OpenSessions open,
            Standing standing,
            Platform platform,
            Room room) {
        this.devices = devices;
        this.known = known;
        this.visitors = visitors;
        this.sessions = sessions;
        this.open = open;
        this.standing = standing;
        this.platform = platform;
        this.room = room;
    }

    /**
     * The session gets a new id, so that one known before the sign-in is worth nothing.
     *
     * @param remember whether the device shall be remembered; never for the staff
     * @throws SignInRefused when the secret was changed while it was checked
     */
    public void enter(
            SignInService.Checked checked, boolean remember, HttpServletRequest request, HttpServletResponse response) {
        enter(checked.who(), Optional.of(checked.secretOf()), remember, request, response);
    }

    /** Somebody who has just joined, or has just chosen the secret. */
    public void enter(SignedIn who, boolean remember, HttpServletRequest request, HttpServletResponse response) {
        enter(who, Optional.empty(), remember, request, response);
    }

    private void enter(
            SignedIn who,
            Optional<Instant> secretOf,
            boolean remember,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional.ofNullable(request.getSession(false)).ifPresent(open::release);
        cookie(request, SESSION).flatMap(sessions::id).ifPresent(id -> sessions.end(List.of(id), SessionEnd.REPLACED));
        var device = known.meet(known(request), who.person());
        set(response, KNOWN, device.cookie(), KnownDevices.AGE);
        var remembered = remember
                ? devices.remember(
                        who, RequestFacts.current().map(RequestFacts::agent).orElse("unknown"))
                : Optional.<DeviceTokens.Remembered>empty();
        remembered.ifPresent(token -> set(response, token.cookie()));
        if (remembered.isEmpty())
            cookie(request)
                    .filter(token -> devices.forgetOfOthers(token, who.person()))
                    .ifPresent(_ -> set(response, new DeviceTokens.Cookie("", Duration.ZERO)));
        var series = remembered.map(DeviceTokens.Remembered::series);
        if (begin(who, new Sessions.Proof(secretOf, series, Optional.of(device.id()), false), request, response))
            return;
        series.ifPresent(devices::forget);
        throw new SignInRefused(SignInRefused.Reason.WRONG, 0);
    }

    /** The person has shown more of who she is: that counts in this session from now on, whatever the screen. */
    public void prove(Proven more, HttpServletRequest request) {
        var who = signedIn(request)
                .filter(signedIn -> signedIn.person().equals(more.person()))
                .orElseThrow();
        var proof = more.beside(who.proof());
        if (proof.secondFactor() != who.proof().secondFactor())
            current(request).ifPresent(session -> sessions.prove(session, proof.secondFactor()));
        request.changeSessionId();
        keep(who.with(proof), request);
    }

    /** From now on the person acts by this profile alone in this session, whatever the screen; by all of hers for nothing. */
    public void actAs(Optional<String> profile, HttpServletRequest request) {
        current(request).ifPresent(session -> sessions.actAs(session, profile));
        keep(signedIn(request).orElseThrow().actingAs(profile), request);
    }

    private boolean begin(
            SignedIn who, Sessions.Proof proof, HttpServletRequest request, HttpServletResponse response) {
        var opened = sessions.begin(who.person(), proof);
        opened.ifPresent(session -> {
            set(response, SESSION, session.cookie(), UNTIL_THE_BROWSER_CLOSES);
            keep(session.id(), who, request);
        });
        return opened.isPresent();
    }

    private void keep(UUID session, SignedIn who, HttpServletRequest request) {
        request.getSession(true);
        request.changeSessionId();
        keep(who, request);
        open.put(session, request.getSession(true));
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
        current(request).ifPresent(id -> sessions.end(List.of(id), SessionEnd.SIGNED_OUT));
        set(response, new DeviceTokens.Cookie("", Duration.ZERO));
        set(response, SESSION, "", Duration.ZERO);
        SecurityContextHolder.clearContext();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getRequestURI().startsWith(DRAFTS) && signedIn(request).isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (isNavigation(request)) {
            letOut(request);
            if (signedIn(request).isEmpty() && request.getCookies() != null) {
                try (var _ = room.enter()) {
                    letIn(request, response);
                }
            }
        }
        if (isAct(request)) Optional.ofNullable(request.getSession(false)).ifPresent(open::acted);
        chain.doFilter(request, response);
    }

    /** A session of a node that was lost goes on here; else a remembered device opens another one. */
    private void letIn(HttpServletRequest request, HttpServletResponse response) {
        var resumed = cookie(request, SESSION).flatMap(sessions::resume);
        if (resumed.isPresent()) {
            var session = resumed.get();
            var proof = new Proof(session.secondFactor(), Instant.EPOCH);
            keep(session.id(), new SignedIn(session.person().value(), proof).actingAs(session.acting()), request);
            return;
        }
        cookie(request).flatMap(devices::comeBack).ifPresent(back -> {
            set(response, back.next());
            begin(
                    back.who(),
                    new Sessions.Proof(
                            Optional.empty(),
                            Optional.of(back.series()),
                            device(request),
                            back.who().proof().secondFactor()),
                    request,
                    response);
        });
    }

    /** Why the session of this browser is over; told once. */
    public Optional<SessionEnd> over(HttpServletRequest request, HttpServletResponse response) {
        var why = cookie(request, SESSION).flatMap(sessions::whyOver);
        if (why.isPresent()) set(response, SESSION, "", Duration.ZERO);
        return why;
    }

    /** The session of this browser, as the list of sessions knows it. */
    public Optional<UUID> current(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false)).flatMap(OpenSessions::id);
    }

    /** Messages of a screen and pages come from the person; a heartbeat comes from the browser alone. */
    private static boolean isAct(HttpServletRequest request) {
        return isNavigation(request)
                || "POST".equals(request.getMethod())
                        && request.getQueryString() instanceof String query
                        && query.startsWith("v-r=uidl");
    }

    /** Pages only: scripts and pictures come along with them. */
    private static boolean isNavigation(HttpServletRequest request) {
        return "GET".equals(request.getMethod())
                && request.getHeader("Accept") instanceof String accept
                && accept.contains("text/html");
    }

    /** Whoever was suspended since, or has done nothing for too long, is signed out at the next page. */
    private void letOut(HttpServletRequest request) {
        var who = signedIn(request);
        if (who.isEmpty()) return;
        var session = request.getSession();
        if (open.isOver(session)) sessions.end(List.of(OpenSessions.id(session).orElseThrow()), SessionEnd.IDLE);
        else if (standing.isActive(who.get().person())) return;
        Screens.end(session);
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
