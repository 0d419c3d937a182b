// A hundred thousand made-up couples: batch says what check says.
#include <gtest/gtest.h>

#include "support/batch_is_check.h"

namespace comity::tests {

TEST(BatchIsCheckAtLength, Russia) { expect_batch_is_check(asking("RU", "2026-01-01"), 21, 60000); }
TEST(BatchIsCheckAtLength, Israel) { expect_batch_is_check(asking("IL", "2020-01-01"), 22, 20000); }
TEST(BatchIsCheckAtLength, Japan) { expect_batch_is_check(asking("JP", "2015-06-30"), 23, 20000); }

}  // namespace comity::tests
