# Build: the committed front end needs no Node.js. Run: a small JRE, layers that change rarely first, no root, and a cache of
# classes made by a start of this very image (JEP 514), so that a node serves in half the time.
FROM eclipse-temurin:25-jdk AS build
WORKDIR /build
COPY . .
RUN ./mvnw -B -ntp -DskipTests package \
 && java -Djarmode=tools -jar target/dclic.jar extract --layers --destination layers

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --create-home dclic && mkdir /data && chown dclic /data && mkdir /app && chown dclic /app
WORKDIR /app
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
USER 10001
RUN java -XX:AOTCacheOutput=/app/dclic.aot --enable-native-access=ALL-UNNAMED -Dspring.context.exit=onRefresh -jar dclic.jar --dclic.data-folder=/tmp/training \
 && rm -rf /tmp/training
ENV DCLIC_DATA_FOLDER=/data DCLIC_ENVIRONMENT=PRODUCTION
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=3s --start-period=60s CMD ["java", "-XX:TieredStopAtLevel=1", "-cp", "dclic.jar", "org.francophonie.dclic.platform.start.HealthCheck"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-XX:+ExitOnOutOfMemoryError", "-XX:AOTCache=/app/dclic.aot", "--enable-native-access=ALL-UNNAMED", "-jar", "dclic.jar"]
