package org.francophonie.dclic.site;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The manuals, as they stand in {@code docs/}, for whoever uses the platform. Most are in French. */
@Controller
class GuidePages {
    private final Map<String, Guide> guides = new ConcurrentHashMap<>();

    @GetMapping({"/guides/{name:[a-z]+}", Lane.OTHER + "/guides/{name:[a-z]+}"})
    String guide(@PathVariable String name, Model model, HttpServletResponse response) {
        PublicPages.cache(response);
        model.addAttribute(
                "guide", guides.computeIfAbsent(name, known -> Guide.read(known).orElseThrow(PageNotFound::new)));
        return "guide";
    }

    @GetMapping("/guides/images/{file:[a-z0-9-]+\\.jpg}")
    ResponseEntity<ClassPathResource> image(@PathVariable String file) {
        var picture = new ClassPathResource("guides/images/" + file);
        if (!picture.exists()) throw new PageNotFound();
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
                .body(picture);
    }
}
