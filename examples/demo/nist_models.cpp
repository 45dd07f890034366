// SPDX-License-Identifier: BSL-1.0
#include "nist_fused.hpp"

namespace nist {

constexpr model of_logarithm(model m) {
  m.log_response = true;
  return m;
}

std::span<model const> models() {
  static constexpr model all[] = {
      make_model<bennett5>("Bennett5"),
      make_model<saturation>("BoxBOD"),
      make_model<chwirut>("Chwirut1"),
      make_model<chwirut>("Chwirut2"),
      make_model<danwood>("DanWood"),
      make_model<enso>("ENSO"),
      make_model<eckerle4>("Eckerle4"),
      make_model<gauss>("Gauss1"),
      make_model<gauss>("Gauss2"),
      make_model<gauss>("Gauss3"),
      make_model<cubic_ratio>("Hahn1"),
      make_model<kirby2>("Kirby2"),
      make_model<lanczos>("Lanczos1"),
      make_model<lanczos>("Lanczos2"),
      make_model<lanczos>("Lanczos3"),
      make_model<mgh09>("MGH09"),
      make_model<mgh10>("MGH10"),
      make_model<mgh17>("MGH17"),
      make_model<saturation>("Misra1a"),
      make_model<misra1b>("Misra1b"),
      make_model<misra1c>("Misra1c"),
      make_model<misra1d>("Misra1d"),
      of_logarithm(make_model<nelson>("Nelson")),
      make_model<rat42>("Rat42"),
      make_model<rat43>("Rat43"),
      make_model<roszman1>("Roszman1"),
      make_model<cubic_ratio>("Thurber"),
  };
  return all;
}

}  // namespace nist
