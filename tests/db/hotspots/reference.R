# The independent reference of Gi*: `Rscript reference.R`, in this folder, with Debian's r-cran-spdep (1.2-7).
# Reads cells.csv (every hexagon of the hand-made commune: its centre in metres and in degrees) and
# writes reference.csv: for each fixture and each cell whose centre lies in the commune what spdep makes of it.
suppressMessages(library(spdep))

cells <- read.csv("cells.csv")
# The hand-made commune is this rectangle of longitudes and latitudes.
inside <- cells[cells$longitude > 106.62 & cells$longitude < 106.64 & cells$latitude > 20.72 & cells$latitude < 20.74, ]
# Whoever shares an edge is 250 m away, the next ones 433 m.
around <- include.self(dnearneigh(as.matrix(inside[, c("x", "y")]), 0, 300))
weights <- nb2listw(around, style = "B", zero.policy = TRUE)

set.seed(1992)
n <- nrow(inside)
middle <- function(cell, reach) sqrt((inside$x - inside$x[cell])^2 + (inside$y - inside$y[cell])^2) < reach
fixtures <- list(
  scattered = rpois(n, 1),
  clustered = rpois(n, ifelse(middle(30, 300), 6, 0.4)),
  two_places = rpois(n, ifelse(middle(12, 300), 9, ifelse(middle(70, 300), 5, 0.3))),
  crowded_with_a_gap = rpois(n, ifelse(middle(45, 450), 0.2, 4))
)

result <- do.call(rbind, lapply(names(fixtures), function(name) {
  count <- fixtures[[name]]
  z <- as.numeric(localG(count, weights))
  p <- 2 * pnorm(-abs(z))
  data.frame(fixture = name, cell_id = inside$cell_id, count = count, z = format(z, digits = 15, trim = TRUE),
    p = format(p, digits = 15, trim = TRUE), significant = p.adjust(p, "BH") <= 0.05)
}))
write.csv(result, "reference.csv", row.names = FALSE, quote = FALSE)

# Mann-Kendall: Kendall's test of a series against time, with ties and with continuity, is the same test.
series <- list(rising = c(1, 2, 2, 3, 5, 4, 4, 8, 9, 9), falling = c(9, 7, 7, 7, 6, 3, 4, 1, 0, 0, 0, 1), level = c(2, 0, 1, 2, 2, 0, 1, 1, 2, 0, 3, 1))
trends <- do.call(rbind, lapply(names(series), function(name) {
  test <- cor.test(seq_along(series[[name]]), series[[name]], method = "kendall", exact = FALSE, continuity = TRUE)
  data.frame(series = name, values = paste(series[[name]], collapse = " "), z = format(unname(test$statistic), digits = 15))
}))
write.csv(trends, "trends.csv", row.names = FALSE, quote = FALSE)
