package org.francophonie.dclic.platform.ui;

import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Arrays;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** No picture until it is asked for; remembered on the device, whose link it spares. */
public final class LightMode {
    private static final String COOKIE = "dclic-leger";

    private LightMode() {}

    public static boolean isOn() {
        var request = VaadinServletRequest.getCurrent();
        if (request == null || request.getCookies() == null) return false;
        return Arrays.stream(request.getCookies())
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .anyMatch("1"::equals);
    }

    public static void set(boolean on) {
        VaadinServletResponse.getCurrent()
                .getHttpServletResponse()
                .addHeader(
                        HttpHeaders.SET_COOKIE,
                        ResponseCookie.from(COOKIE, on ? "1" : "")
                                .path("/app")
                                .sameSite("Lax")
                                .httpOnly(true)
                                .maxAge(on ? Duration.ofDays(365) : Duration.ZERO)
                                .build()
                                .toString());
    }
}
