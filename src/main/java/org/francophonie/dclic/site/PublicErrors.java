package org.francophonie.dclic.site;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.francophonie.dclic.platform.errors.Incident;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** What visitors read when something goes wrong: what happened, what to do, and the number of the incident if it is ours. */
@Controller
class PublicErrors implements ErrorController {
    private static final int OURS = 500;
    private static final int NOT_FOUND = 404;
    private final LaneAdvice lanes;

    PublicErrors(LaneAdvice lanes) {
        this.lanes = lanes;
    }

    @RequestMapping("/error")
    String error(HttpServletRequest request, HttpServletResponse response, Model model) {
        var uri = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? code
                : NOT_FOUND; // somebody asked for the error page itself
        response.setStatus(status);
        model.addAttribute("lane", lanes.of(uri instanceof String text ? text : "/"));
        var key = status >= OURS
                ? "error.500"
                : status == NOT_FOUND || status == 405 ? "error.404" : status == 403 ? "error.403" : "error.400";
        model.addAttribute("key", key);
        if (status >= OURS) {
            var cause = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
            model.addAttribute(
                    "incident",
                    Incident.record(cause instanceof Throwable thrown ? thrown : null)
                            .number());
        }
        response.setHeader("Cache-Control", "no-store");
        return "error";
    }
}
