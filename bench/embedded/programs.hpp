// SPDX-License-Identifier: BSL-1.0
#pragma once

// Kernels of embedded programs, each by the library and by hand, each one object file. All are called alike.
extern "C" {
using kernel = void(float const* in, float* out);

/// Extended Kalman filter, prediction of inertial navigation: state 15, sensors 6, step -> state 15, and the 63
/// entries of the transition that are not 0 for every input, row by row.
kernel ekf_leibniz, ekf_hand;

/// The 2-2-2 network, one step of training: weights 8, inputs 2, targets 2, rate -> error, weights 8.
kernel network_leibniz, network_hand;

/// Calibration of a three-axis sensor: offsets 3, scales 3, reading 3 -> how far the corrected reading is from length 1,
/// and the derivatives by offsets and scales.
kernel calibration_leibniz, calibration_hand;

/// Position from the distance to a beacon, Huber's loss: position 3, beacon 3, distance, where the loss turns linear
/// -> loss, its derivatives by the position.
kernel beacon_leibniz, beacon_hand;

/// The same, by the C functions of lz::to_c; of the network the gradient, by C and by the library.
kernel ekf_c, network_c, network_slope, calibration_c, beacon_c;

/// P <- F P F' + q I, of 15 states; F by the entries that ekf_leibniz writes.
void ekf_covariance(float const* entries, float q, float* p);
}

inline constexpr int states = 15, transition_entries = 63;
